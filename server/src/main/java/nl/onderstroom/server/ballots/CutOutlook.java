package nl.onderstroom.server.ballots;

import nl.onderstroom.server.rounds.Cut;

/**
 * What will be seen of one group across the units, such as a site.
 *
 * @param people whom the roster has in it
 * @param counted those of them who answer in a group that lies in it wholly: only they count in it
 * @param ifAll whether it is shown when everybody takes part
 * @param ifUsual whether it is shown at the usual response
 */
record CutOutlook(Cut cut, int people, int counted, boolean ifAll, boolean ifUsual) {}
