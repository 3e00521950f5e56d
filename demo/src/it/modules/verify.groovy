// Runs it as a module, and out of an image in which there is no compiler.

String launch(Object... command) {
    Process process = new ProcessBuilder(command.collect { it.toString() }).directory(basedir).redirectErrorStream(true).start()
    String said = process.inputStream.text
    assert process.waitFor() == 0 : said
    said.trim()
}

File jdk = new File(System.getProperty('java.home'), 'bin')
File runtime = localRepositoryPath.toPath().resolve('dev/fermata/fermata-runtime').toFile().listFiles()
        .findAll { it.directory }.collectMany { it.listFiles().toList() }.find { it.name.endsWith('.jar') }
String path = new File(basedir, 'target/classes').path + File.pathSeparator + runtime

assert launch(new File(jdk, 'java'), '-p', path, '-m', 'com.acme.modules/com.acme.Hello') == 'Hello, Maven'

File image = new File(basedir, 'target/image')
launch(new File(jdk, 'jlink'), '-p', path, '--add-modules', 'com.acme.modules', '--output', image)
assert launch(new File(image, 'bin/java'), '--list-modules').readLines()*.replaceAll('@.*', '') ==
        ['com.acme.modules', 'dev.fermata', 'java.base']
assert launch(new File(image, 'bin/java'), '-m', 'com.acme.modules/com.acme.Hello') == 'Hello, Maven'
