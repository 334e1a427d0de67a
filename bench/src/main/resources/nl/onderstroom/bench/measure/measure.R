# The same answers in R: seconds from data in memory to the result, and the result.
# Rscript measure.R FOLDER: reads FOLDER/*.bin, writes FOLDER/results.tsv with a line for each row:
# its key, the seconds, the numbers of the result; or its key, "not installed" and the package.
folder <- commandArgs(trailingOnly = TRUE)[1]
used <- character()
set.seed(1)
DRAWS <- 1000
DRAWS_MEASURED <- 200 # in full they would take a minute

read <- function(name, what) {
  path <- file.path(folder, paste0(name, ".bin"))
  size <- if (what == "integer") 4 else 8
  readBin(path, what, n = file.size(path) / size, size = size, endian = "little")
}

tell <- function(...) {
  line <- paste(c(...), collapse = "\t")
  cat(line, "\n", sep = "", file = file.path(folder, "results.tsv"), append = TRUE)
}

# The median of five; what takes over a second is measured once.
row <- function(name, package, compute, numbers, times = 1) {
  if (!requireNamespace(package, quietly = TRUE)) {
    tell(name, "not installed", package)
    return(invisible())
  }
  used <<- union(used, package)
  measure <- function() system.time(result <<- compute())[["elapsed"]]
  seconds <- measure()
  if (seconds < 1) seconds <- median(replicate(5, measure()))
  tell(name, seconds * times, sprintf("%.17g", numbers(result)))
}

drivers <- function(count) {
  people <- as.data.frame(matrix(read(paste0("drivers", count), "double"), ncol = count + 1))
  setNames(people, c("y", paste0("x", seq_len(count))))
}

lmg <- function(count) {
  people <- drivers(count)
  row(paste0("lmg", count), "relaimpo",
    function() relaimpo::calc.relimp(y ~ ., data = people, type = "lmg")@lmg,
    function(parts) parts[["x1"]])
}

lmg(18)
lmg(20)

people <- drivers(10)
row("bootstrap", "relaimpo",
  function() {
    draws <- relaimpo::boot.relimp(
      y ~ ., data = people, b = DRAWS_MEASURED, type = "lmg", rank = FALSE, diff = FALSE)
    relaimpo::booteval.relimp(draws, bty = "perc", level = 0.95)
  },
  function(e) c(e@lmg.lower[1], e@lmg.upper[1]),
  times = DRAWS / DRAWS_MEASURED)

# By way of the covariances, which is ten times as fast as psych::alpha(answers).
answers <- matrix(read("items", "integer"), ncol = 12, byrow = TRUE)
colnames(answers) <- paste0("item", 1:12)
row("alpha", "psych",
  function() {
    alpha <- psych::alpha(cov(answers), check.keys = FALSE)$total$raw_alpha
    # By the beta, as psych::alpha.ci would but for R's qf: from 400,000 degrees of freedom in the
    # denominator that takes them for infinitely many, and the interval comes out 4% too narrow.
    df1 <- nrow(answers) - 1
    df2 <- df1 * (ncol(answers) - 1)
    beta <- qbeta(c(0.975, 0.025), df1 / 2, df2 / 2)
    c(alpha, 1 - (1 - alpha) * df2 / df1 * beta / (1 - beta))
  },
  identity)
rm(answers)

team <- read("team", "integer") + 1L
score <- read("score", "double")
row("shrinkage", "base",
  function() {
    n <- tabulate(team)
    present <- n > 0
    mean <- rowsum(score, team)[, 1] / n[present]
    n <- n[present]
    k <- length(n)
    all <- length(score)
    between <- sum(n * (mean - sum(n * mean) / all)^2) / (k - 1)
    within <- (sum(score^2) - sum(n * mean^2)) / (all - k)
    size <- (all - sum(n^2) / all) / (k - 1)
    tau2 <- max(0, (between - within) / size)
    weight <- n / (within + n * tau2)
    mu <- sum(weight * mean) / sum(weight)
    list(icc = (between - within) / (between + (size - 1) * within),
      shrunken = mu + n * tau2 / (n * tau2 + within) * (mean - mu))
  },
  function(said) said$icc)

row("reml", "lme4",
  function() lme4::lmer(score ~ 1 + (1 | team), REML = TRUE),
  function(fit) c(lme4::VarCorr(fit)$team[1], sigma(fit)^2))

used <- setdiff(used, "base")
tell("used", "", paste(c(paste("R", getRversion()),
  vapply(used, function(name) paste(name, packageVersion(name)), "")), collapse = ", "))
