package nl.onderstroom.server.ballots;

/**
 * Links to the other site, in the reader's language. What is said behind {@code #} stays in the
 * browser.
 *
 * @param wallet where ballots are kept
 * @param fetching the wallet, asked to fetch a ballot for this round and group
 * @param answering the questions of this round
 */
record WalletLinks(String wallet, String fetching, String answering) {}
