// Loaded into every program the launcher starts: when the launcher is killed, the program ends as if asked to.
if (process.channel) {
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  process.channel.unref();
}
