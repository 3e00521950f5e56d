String log = new File(basedir, 'build.log').text
assert log.contains("[ProcessorNotRunning] @Async method 'hello' is compiled and fermata-processor is there but does not run")
assert !new File(basedir, 'target/classes/com/acme/Hello.class').exists()
