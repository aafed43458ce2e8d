# Intervals per second of R for the same inputs: "name,vectorised,one by one".
state <- 1
below <- function(limit) { state <<- (state * 16807) %% 2147483647; state %% limit }
shares <- function(count) t(sapply(seq_len(count), function(i) { n <- 1 + below(1000); c(below(n + 1), n) }))
# Of processor time, since others may have the processor as well. R counts it in milliseconds: what takes a few of them
# is done `times` over.
rate <- function(count, work, times = 1) times * count / max(min(replicate(5, sum(system.time(for (i in seq_len(times)) work())[1:2]))), 1e-3)
many <- shares(200000); few <- many[1:2000, ]; x <- many[, 1]; n <- many[, 2]; z <- qnorm(0.975)
suppressWarnings({
  wilson <- rate(nrow(many), function() { p <- x / n; h <- z * sqrt(p * (1 - p) / n + z^2 / (4 * n^2)); cbind((p + z^2 / (2 * n) - h) / (1 + z^2 / n), (p + z^2 / (2 * n) + h) / (1 + z^2 / n)) }, 20)
  wilson_one <- rate(nrow(few), function() for (i in seq_len(nrow(few))) prop.test(few[i, 1], few[i, 2], correct = FALSE)$conf.int)
  cp <- rate(nrow(many), function() cbind(qbeta(0.025, x, n - x + 1), qbeta(0.975, x + 1, n - x)))
  cp_one <- rate(nrow(few), function() for (i in seq_len(nrow(few))) binom.test(few[i, 1], few[i, 2])$conf.int)
  exact <- rate(nrow(many), function() cbind(qgamma(0.025, x), qgamma(0.975, x + 1)))
  exact_one <- rate(nrow(few), function() for (i in seq_len(nrow(few))) poisson.test(few[i, 1])$conf.int)
  byar <- rate(nrow(many), function() cbind(x * (1 - 1 / (9 * x) - z / 3 / sqrt(x))^3, (x + 1) * (1 - 1 / (9 * (x + 1)) + z / 3 / sqrt(x + 1))^3), 20)
  tiny <- few[1:200, ]
  fisher_one <- rate(nrow(tiny), function() for (i in seq_len(nrow(tiny))) { k <- tiny[i, 1]; m <- tiny[i, 2]; b <- if (m / 2 > k) k else 0; fisher.test(matrix(c(k, m - k, b, m - b), 2), conf.int = FALSE)$p.value })
  odds_one <- rate(nrow(tiny), function() for (i in seq_len(nrow(tiny))) { k <- tiny[i, 1]; m <- tiny[i, 2]; fisher.test(matrix(c(k, m - k, k, m - k), 2))$conf.int })
  ratio_one <- rate(nrow(few), function() for (i in seq_len(nrow(few))) poisson.test(c(few[i, 1], few[i, 2] - few[i, 1]), c(few[i, 2], few[i, 2]))$conf.int)
})
cat(sprintf("wilson,%.0f,%.0f\nclopper-pearson,%.0f,%.0f\nexact poisson,%.0f,%.0f\nbyar,%.0f,\n", wilson, wilson_one, cp, cp_one, exact, exact_one, byar),
    sprintf("rate ratio, exact,,%.0f\nfisher,,%.0f\nconditional odds,,%.0f\n", ratio_one, fisher_one, odds_one), sep = "")
