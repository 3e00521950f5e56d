// What the comments of the source say of its lines, the report must say, and of no other line that it is missed.

def parser = javax.xml.parsers.DocumentBuilderFactory.newInstance()
parser.setFeature('http://apache.org/xml/features/nonvalidating/load-external-dtd', false)
def report = parser.newDocumentBuilder().parse(new File(basedir, 'target/site/jacoco/jacoco.xml'))
def nodes = report.getElementsByTagName('line')
def counted = [:].withDefault { [mi: 0, ci: 0, mb: 0, cb: 0] }
(0..<nodes.length).collect { nodes.item(it) }.each { line ->
    ['mi', 'ci', 'mb', 'cb'].each { counted[line.getAttribute('nr') as int][it] += line.getAttribute(it) as int }
}
List<String> wrong = []
new File(basedir, 'src/main/java/com/acme/Covered.java').eachLine { text, number ->
    def line = counted[number]
    def branches = text =~ /\/\/ (\d) of (\d) branches/
    boolean right = true
    if (text.contains('// covered')) {
        right = line.ci > 0 && line.mb == 0
    } else if (text.contains('// missed')) {
        right = line.ci == 0 && line.mi > 0
    } else if (branches.find()) {
        right = line.cb == (branches.group(1) as int) && line.cb + line.mb == (branches.group(2) as int)
    } else {
        right = line.mb == 0
    }
    if (!right) {
        wrong << "$number: $text: $line".toString()
    }
}
assert wrong.empty : wrong.join('\n')
