// The first build is done. Changes a source, builds again, and looks at what a user would see.

classes = new File(basedir, 'target/classes/com/acme')
sources = new File(basedir, 'src/main/java/com/acme')

/** Runs a program and returns its exit code and all that it said. */
List launch(List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(command).directory(basedir).redirectErrorStream(true)
    builder.environment() << [JAVA_HOME: System.getProperty('java.home'), MAVEN_OPTS: '-XX:TieredStopAtLevel=1 -XX:+UseSerialGC']
    Process process = builder.start()
    String said = process.inputStream.text
    [process.waitFor(), said]
}

/** The first build has filled the repository: the others are offline. */
String compile(Map options = [:]) {
    String program = System.getProperty('os.name').startsWith('Windows') ? 'bin/mvn.cmd' : 'bin/mvn'
    def (code, said) = launch([new File(System.getProperty('maven.home'), program).path, '-B', '-o', '-llr',
            '-Dmaven.repo.local=' + localRepositoryPath, '-Dincremental=' + options.get('incremental', true), 'compile'])
    assert (code == 0) == options.get('succeeds', true) : said
    said
}

String main() {
    File runtime = localRepositoryPath.toPath().resolve('dev/fermata/fermata-runtime').toFile().listFiles()
            .findAll { it.directory }.collectMany { it.listFiles().toList() }.find { it.name.endsWith('.jar') }
    def (code, said) = launch([new File(System.getProperty('java.home'), 'bin/java').path, '-cp',
            new File(basedir, 'target/classes').path + File.pathSeparator + runtime, 'com.acme.Shop'])
    assert code == 0 : said
    said.trim()
}

/** Maven compares times, and two builds may fall into one tick of a file system's clock: each edit is later than all before. */
void edit(String file, String from, String to) {
    File source = new File(sources, file)
    assert source.text.contains(from)
    source.text = source.text.replace(from, to)
    edits++
    source.lastModified = System.currentTimeMillis() + edits * 2000
}

Set<String> files() {
    classes.list().findAll { it.endsWith('.class') } as Set
}

edits = 0
assert files() == ['Rates.class', 'Shop.class', 'Shop$price$Coroutine.class', 'Shop$discount$Coroutine.class',
                   'Gone.class', 'Gone$gone$Coroutine.class'] as Set
assert main() == '8'

// Nothing has changed: nothing is compiled.
byte[] before = new File(classes, 'Shop.class').bytes
assert compile().contains('Nothing to compile')
assert new File(classes, 'Shop.class').bytes == before

// What a body uses after its await has changed.
edit('Rates.java', 'return 2', 'return 3')
compile()
assert main() == '7'

// A function is renamed: the class of the old one goes.
edit('Shop.java', 'discount(', 'reduced(')
compile()
assert files().contains('Shop$reduced$Coroutine.class')
assert !files().contains('Shop$discount$Coroutine.class')
assert main() == '7'

// A source is deleted: its classes go with it.
assert new File(sources, 'Gone.java').delete()
compile()
assert files() == ['Rates.class', 'Shop.class', 'Shop$price$Coroutine.class', 'Shop$reduced$Coroutine.class'] as Set

// Without Maven's own detection javac is given the changed sources only, and finds the rest as classes.
edit('Shop.java', 'reduced(', 'less(')
compile(incremental: false)
assert files() == ['Rates.class', 'Shop.class', 'Shop$price$Coroutine.class', 'Shop$less$Coroutine.class'] as Set
assert main() == '7'

// A build that fails leaves nothing that the next one would take for done.
edit('Shop.java', 'await(price(1))', 'await(price(1)) + missing')
assert compile(incremental: false, succeeds: false).contains('cannot find symbol')
edit('Shop.java', ' + missing', '')
compile(incremental: false)
assert main() == '7'
