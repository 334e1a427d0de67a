/**
 * Blind signatures: an issuer signs what it cannot see, so that who got a signature and what was
 * signed are never known in one place (Chaum 1983). RFC 9474, variant
 * <b>RSABSSA-SHA384-PSS-Randomized</b>; the names of the steps are its names.
 *
 * <pre>
 *   somebody                                   issuer, one key a round and cohort
 *   BlindedMessage.blind(key, message)   ──►   SigningKey.blindSign
 *   BlindedMessage.finish                ◄──
 *   … later, and from elsewhere …
 *   Ballot                               ──►   VerifyingKey.verify
 * </pre>
 *
 * <p><b>What holds, and on what.</b> The blinded message is uniform among the numbers below the
 * modulus that have an inverse, whatever the message: not even unlimited computing power tells
 * which of the ballots came from which request. That nobody makes more ballots than were signed
 * rests on RSA (one-more-RSA in the random oracle model). A key made with ill intent, whose
 * exponent has no inverse, breaks the first promise for nobody who finishes: all but one request in
 * 65,537 then has no signature at all, which {@code finish} sees, and the random prefix keeps a
 * failure from telling anything of the message (Lysyanskaya 2023). Neither helps against a watcher
 * of times, or an issuer with a key for one person: for that, issuing and answering are apart in
 * time, and keys are committed beforehand ({@link nl.onderstroom.engine.ballot.KeyCommitment}).
 *
 * <p>Keys of {@value nl.onderstroom.engine.ballot.SigningKey#BITS} bits. Signing goes through the
 * JDK's RSA with the private key, which blinds, uses the Chinese remainder theorem and checks the
 * result; verifying is the JDK's RSASSA-PSS.
 */
@NullMarked
package nl.onderstroom.engine.ballot;

import org.jspecify.annotations.NullMarked;
