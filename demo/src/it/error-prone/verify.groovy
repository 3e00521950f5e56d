// They did look, at the bodies of coroutine functions too, and have nothing to say of what they cannot know better.
String source = 'src/main/java/com/acme/Bread.java'
Set<String> expected = []
new File(basedir, source).eachLine { text, number ->
    def comment = text =~ /; \/\/ (\w+)$/
    if (comment.find()) {
        expected << "$number ${comment.group(1)}".toString()
    }
}
assert expected.size() == 2

Set<String> found = []
new File(basedir, 'build.log').eachLine { text ->
    def warning = text =~ /^\[(?:WARNING|ERROR)\].*\.java:\[(\d+),\d+\] (?:\[(\w+)\])?/
    if (warning.find()) {
        found << "${warning.group(1)} ${warning.group(2)}".toString()
    }
}
assert found == expected
