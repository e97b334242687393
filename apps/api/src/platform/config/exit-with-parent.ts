const longestGoodbyeMs = 10_000;

/**
 * Ends this process when the launcher that started it is gone, even by SIGKILL: the system then closes the channel between
 * them. Started without a launcher (in a container, by hand) there is no channel and nothing happens.
 *
 * @param onGone closes what is open; the process ends when its promise settles, or after ten seconds
 */
export function exitWithParent(onGone: () => Promise<void> | void): void {
  if (process.channel === undefined || process.channel === null) return;
  process.once('disconnect', () => {
    setTimeout(() => process.exit(1), longestGoodbyeMs).unref();
    void onGone()?.then(
      () => process.exit(0),
      () => process.exit(1),
    );
  });
  process.channel.unref();
}
