// Both builds write into one log.
def (failed, passed) = new File(basedir, 'build.log').text.split('BUILD FAILURE') as List
String finding = 'Slow.java:[18,21] [BlockingCall] Thread.sleep() blocks the event loop; every other task waits'
assert failed.contains("[WARNING] ") && failed.contains(finding)
assert failed.contains('warnings found and -Werror specified')
assert passed.contains('[INFO] ') && passed.contains(finding)
assert passed.contains('BUILD SUCCESS')
