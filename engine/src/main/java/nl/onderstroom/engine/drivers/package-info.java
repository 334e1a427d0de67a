/**
 * What goes together with an outcome, how much, and how sure that is. Nothing here says what causes
 * it.
 *
 * <p><b>Use.</b> {@link nl.onderstroom.engine.drivers.Drivers} is the door: sums, sums per team or
 * records in, a {@link nl.onderstroom.engine.drivers.RelativeImportance} or a {@link
 * nl.onderstroom.engine.drivers.Refusal} out. {@link nl.onderstroom.engine.drivers.WithinBetween}
 * asks the same question twice: of people beside their own team mates, and of teams beside other
 * teams. The classes behind the door compute whatever can be computed and leave to the door what
 * may be said.
 *
 * <p><b>Method.</b> Least squares; of R² the part that belongs to each driver by Lindeman, Merenda
 * and Gold (1980): what it adds to R², averaged over all orders of entry. Standardised coefficients
 * alone change sign and size when drivers overlap, as those of surveys do; LMG parts are never
 * negative and add up to R². It is exact: a walk over all 2<sup>p</sup> subsets that sweeps one
 * driver at a time out of ever smaller matrices ({@code SubsetRegressions}), some ten nanoseconds a
 * subset, hence p ≤ 20. Johnson's relative weights (2000) come near it for any p and are there to
 * compare with. Ridge regression is for predicting; its coefficients are no importance.
 *
 * <p><b>What needs records.</b> All of the above follows from n, means and cross-products, which
 * merge. So do, from the sums of each team, errors that allow for team mates being alike (CR1) and
 * intervals from drawing whole teams. Only errors that allow for unequal spread among people (HC3)
 * and drawing single people need an analyst's own file. Of sums alone, without teams, intervals
 * come from drawing cross-products as those of normal variables spread (Wishart): good for scale
 * scores of many people, too narrow for heavy tails and where team mates are alike.
 *
 * <p><b>Trade-offs.</b> Percentile intervals of a part cannot reach below nothing: a driver that
 * goes together with nothing still gets a small part, about 1/n. Rank probabilities tell which
 * order is sure. Drivers of which 99% is contained in the others are refused rather than shared
 * out. Means of teams count equally, whatever their size, so that a large team is not several; what
 * is uncertain in a small team's mean draws its part towards nothing.
 */
@NullMarked
package nl.onderstroom.engine.drivers;

import org.jspecify.annotations.NullMarked;
