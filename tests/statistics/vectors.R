# Writes the expected results in tests/statistics/vectors, with R's own functions and those of epitools and
# epiR, for made-up inputs that include the edges. Running the tests needs no R.
#
#   apt-get install -y --no-install-recommends r-base-core r-cran-epitools r-cran-epir
#   Rscript tests/statistics/vectors.R
#
# The first line of each file says which function made which column. An empty cell is a figure that does
# not exist (R: NA, NaN or infinite).
suppressWarnings(suppressPackageStartupMessages({library(epitools); library(epiR)}))
options(digits = 17, warn = -1)

folder <- "tests/statistics/vectors"

write_vectors <- function(name, made_by, table) {
  path <- file.path(folder, paste0(name, ".csv"))
  cells <- sapply(table, function(x) if (is.numeric(x)) ifelse(is.finite(x), sprintf("%.17g", x), "") else as.character(x))
  cells <- matrix(cells, nrow = nrow(table))
  writeLines(c(paste("#", made_by), paste(names(table), collapse = ","), apply(cells, 1, paste, collapse = ",")), path)
}

rows <- function(list) do.call(rbind, lapply(list, as.data.frame))

# Shares. For one event of 1e9, where R's formula loses its digits, Wilson's lower limit is the product of the two
# roots divided by the upper.
shares <- expand.grid(level = c(0.8, 0.95, 0.998), case = 1:14)
cases <- matrix(c(0, 1, 1, 1, 0, 10, 10, 10, 1, 10, 9, 10, 3, 40, 50, 100, 1, 1000, 999, 1000, 12345, 98765,
                  1, 1e9, 123456789, 1e9, 999999999, 1e9), ncol = 2, byrow = TRUE)
write_vectors("proportion", "wilson: stats::prop.test(correct = FALSE); cp: stats::qbeta, as stats::binom.test calls it", rows(Map(function(level, case) {
  x <- cases[case, 1]; n <- cases[case, 2]
  wilson <- prop.test(x, n, conf.level = level, correct = FALSE)$conf.int
  # binom.test walks through every count for its p-value; these are the limits that it gives.
  tail <- (1 - level) / 2
  exact <- c(if (x == 0) 0 else qbeta(tail, x, n - x + 1), if (x == n) 1 else qbeta(1 - tail, x + 1, n - x))
  list(events = x, n = n, confidence = level, estimate = x / n, wilson_lo = if (x == 1 && n == 1e9) x^2 / n / (n + qnorm(tail)^2) / wilson[2] else wilson[1],
       wilson_hi = wilson[2], cp_lo = exact[1], cp_hi = exact[2])
}, shares$level, shares$case)))

counts <- expand.grid(level = c(0.8, 0.95, 0.998), x = c(0, 1, 2, 5, 9, 10, 11, 57, 1000, 123456, 1e9))
write_vectors("rate", "exact: stats::qgamma, as stats::poisson.test calls it; byars: by its definition (epitools::pois.byar counts x + 0.5)",
  rows(Map(function(level, x) {
    tail <- (1 - level) / 2
    exact <- c(if (x == 0) 0 else qgamma(tail, x), qgamma(1 - tail, x + 1))
    z <- qnorm(1 - (1 - level) / 2)
    lower <- x * (1 - 1 / (9 * x) - z / 3 * sqrt(1 / x))^3
    list(events = x, person_time = 1000, multiplier = 100, confidence = level, rate = x / 10, exact_lo = exact[1], exact_hi = exact[2],
         byars_lo = if (x == 0 || lower < 0) NA else lower, byars_hi = (x + 1) * (1 - 1 / (9 * (x + 1)) + z / 3 * sqrt(1 / (x + 1)))^3)
  }, counts$level, counts$x)))

# Two groups.
score_ratio <- function(a, n1, b, n2, level, inflation = 1) {  # Koopman's interval by its definition, with uniroot
  z2 <- qnorm(1 - (1 - level) / 2)^2
  statistic <- function(log_ratio) {
    ratio <- exp(log_ratio)
    A <- (n1 + n2) * ratio; B <- -(ratio * (n1 + b) + a + n2); C <- a + b
    p2 <- (-B - sqrt(B^2 - 4 * A * C)) / (2 * A); p1 <- p2 * ratio
    term <- function(x, n, p) if (p >= 1 || x == n * p) 0 else (x - n * p)^2 / (n * p * (1 - p))  # everybody: nothing left over
    (term(a, n1, p1) + term(b, n2, p2)) / inflation - z2
  }
  centre <- log((max(a, 0.5) / n1) / (max(b, 0.5) / n2))
  root <- function(from, to) tryCatch(exp(uniroot(statistic, c(from, to), tol = 1e-13)$root), error = function(e) NA)
  lower <- if (a == 0) 0 else root(centre - 12, if (b == 0) centre + 12 else centre)
  upper <- if (b == 0) NA else root(if (a == 0) centre - 12 else centre, centre + 12)
  if (a == 0 && b == 0) c(0, NA) else c(lower, upper)  # as DescTools, PropCIs and contingencytables have it
}
# fisher.test finds its estimate and limits to four digits only; these are its functions, solved further.
conditional <- function(a, n1, b, n2, level) {
  support <- max(0, a + b - n2):min(a + b, n1)
  if (length(support) == 1) return(c(NA, 0, NA))
  chance <- function(log_odds) { d <- dhyper(support, n1, n2, a + b, log = TRUE) + log_odds * support; d <- exp(d - max(d)); d / sum(d) }
  root <- function(f) exp(uniroot(f, c(-40, 40), tol = 1e-14)$root)
  tail <- (1 - level) / 2
  c(if (a == min(support)) 0 else if (a == max(support)) NA else root(function(t) sum(chance(t) * support) - a),
    if (a == min(support)) 0 else root(function(t) sum(chance(t)[support >= a]) - tail),
    if (a == max(support)) NA else root(function(t) sum(chance(t)[support <= a]) - tail))
}
tables <- rbind(c(3, 40, 12, 50), c(0, 10, 5, 10), c(5, 10, 0, 10), c(0, 5, 0, 7), c(5, 5, 7, 7), c(1, 1, 0, 1), c(10, 10, 5, 10),
                c(7, 12, 3, 15), c(50, 1000, 40, 1000), c(8, 100, 10, 100), c(123, 4567, 89, 1234), c(2, 3, 30, 400), c(15, 20, 20, 20),
                c(1000, 20000, 5, 100), c(4, 8, 4, 8), c(6, 9, 2, 11), c(30, 45, 45, 45), c(200, 100000, 300, 90000))
write_vectors("two_by_two", paste("rr: epitools::riskratio.wald; score, mn: Koopman's definition, and with Miettinen and Nurminen's variance, solved by stats::uniroot; or: epitools::oddsratio.wald;",
  "or_cond_mle, or_exact: as stats::fisher.test, from stats::dhyper by stats::uniroot to more digits; fisher_p: stats::fisher.test; fisher_midp: fisher_p less half of stats::dhyper; midp_doubled: epitools::ormidp.test;",
  "newcombe: Wilson's limits of stats::prop.test put together; chi2, min_expected: stats::chisq.test"),
  rows(Map(function(i, level) {
    t <- tables[i, ]; a <- t[1]; n1 <- t[2]; b <- t[3]; n2 <- t[4]; cells <- matrix(c(a, n1 - a, b, n2 - b), 2, byrow = TRUE)
    plain <- all(cells > 0)
    fisher <- fisher.test(cells, conf.level = level)
    odds <- conditional(a, n1, b, n2, level)
    wald <- if (a > 0 && b > 0) riskratio.wald(cells[2:1, 2:1], conf.level = level)$measure[2, ] else c(a / n1 / (b / n2), NA, NA)
    woolf <- if (plain) oddsratio.wald(cells[2:1, 2:1], conf.level = level)$measure[2, ] else c(a * (n2 - b) / (b * (n1 - a)), NA, NA)
    score <- score_ratio(a, n1, b, n2, level)
    mn <- score_ratio(a, n1, b, n2, level, (n1 + n2) / (n1 + n2 - 1))  # Miettinen and Nurminen's variance
    w1 <- prop.test(a, n1, conf.level = level, correct = FALSE)$conf.int; w2 <- prop.test(b, n2, conf.level = level, correct = FALSE)$conf.int
    p1 <- a / n1; p2 <- b / n2
    chi <- chisq.test(cells, correct = FALSE); yates <- chisq.test(cells, correct = TRUE)
    some <- a + b > 0 && a + b < n1 + n2
    list(a = a, n1 = n1, b = b, n2 = n2, confidence = level, p1 = p1, p2 = p2, rr = wald[1], katz_lo = wald[2], katz_hi = wald[3],
         rr_score_lo = score[1], rr_score_hi = score[2], rr_mn_lo = mn[1], rr_mn_hi = mn[2], or = woolf[1], woolf_lo = woolf[2], woolf_hi = woolf[3],
         or_cond_mle = odds[1], or_exact_lo = odds[2], or_exact_hi = odds[3],
         fisher_p = fisher$p.value, fisher_midp = fisher$p.value - dhyper(a, n1, n2, a + b) / 2,
         midp_doubled = ormidp.test(a, n1 - a, b, n2 - b)$two.sided, rd = p1 - p2,
         newcombe_lo = p1 - p2 - sqrt((p1 - w1[1])^2 + (w2[2] - p2)^2), newcombe_hi = p1 - p2 + sqrt((w1[2] - p1)^2 + (p2 - w2[1])^2),
         min_expected = if (some) min(chi$expected) else 0, chi2 = if (some) chi$statistic else NA, chi2_p = if (some) chi$p.value else NA,
         chi2_yates = if (some) yates$statistic else NA, chi2_yates_p = if (some) yates$p.value else NA)
  }, rep(seq_len(nrow(tables)), 2), rep(c(0.95, 0.9), each = nrow(tables)))))

# Two rates.
rates <- rbind(c(30, 1000, 20, 1500), c(0, 100, 5, 90), c(5, 100, 0, 90), c(0, 10, 0, 20), c(1, 1, 1, 1), c(1200, 1e9, 900, 1e9),
               c(7, 12.5, 19, 80.25), c(50, 1e6, 100, 1e6), c(3, 4, 40, 1000), c(10, 100, 10, 100))
write_vectors("rate_ratio", "lognormal: epitools::rateratio.wald; exact, exact_p: stats::poisson.test; rate_diff: normal, by its definition",
  rows(Map(function(i, level) {
    t <- rates[i, ]; a <- t[1]; b <- t[3]; z <- qnorm(1 - (1 - level) / 2)
    exact <- poisson.test(c(a, b), c(t[2], t[4]), conf.level = level)
    wald <- if (a > 0 && b > 0) rateratio.wald(c(b, a), c(t[4], t[2]), conf.level = level)$measure[2, 2:3] else c(NA, NA)
    difference <- a / t[2] - b / t[4]; half <- z * sqrt(a / t[2]^2 + b / t[4]^2); any <- a + b > 0
    list(a = a, t1 = t[2], b = b, t2 = t[4], confidence = level, rate1 = a / t[2], rate2 = b / t[4], rate_ratio = a / t[2] / (b / t[4]),
         lognormal_lo = wald[1], lognormal_hi = wald[2], exact_lo = if (any) exact$conf.int[1] else NA, exact_hi = if (any) exact$conf.int[2] else NA,
         exact_p = if (any) exact$p.value else 1, rate_diff = difference, rate_diff_lo = difference - half, rate_diff_hi = difference + half)
  }, rep(seq_len(nrow(rates)), 2), rep(c(0.95, 0.99), each = nrow(rates)))))

# Strata. One row a stratum; the results of a set stand in each of its rows.
sets <- list(two = rbind(c(10, 100, 20, 90), c(15, 60, 30, 80)), reversal = rbind(c(81, 87, 234, 270), c(192, 263, 55, 80)),
             five = rbind(c(3, 20, 8, 30), c(5, 25, 9, 31), c(11, 40, 14, 38), c(2, 10, 6, 12), c(20, 90, 33, 101)),
             zero_cell = rbind(c(0, 12, 3, 15), c(4, 20, 6, 18), c(7, 30, 9, 25)), large = rbind(c(5000, 1e6, 4000, 9e5), c(70, 3000, 90, 2800)))
write_vectors("mantel_haenszel", paste("crude_rr, mh_rr, mh_rd (Sato): epiR::epi.2by2; mh_or, cmh: stats::mantelhaen.test;",
  "breslow_day: the definition, expected counts by stats::uniroot"),
  rows(Map(function(name) {
    s <- sets[[name]]; k <- nrow(s)
    cube <- array(apply(s, 1, function(t) c(t[1], t[3], t[2] - t[1], t[4] - t[3])), c(2, 2, k))
    plain <- mantelhaen.test(cube, correct = FALSE); corrected <- mantelhaen.test(cube, correct = TRUE)
    e <- epi.2by2(as.table(cube), method = "cohort.count", conf.level = 0.95, units = 1)$massoc.detail
    or <- unname(plain$estimate)
    fit <- apply(s, 1, function(t) uniroot(function(x) x * (t[4] - (t[1] + t[3]) + x) - or * (t[2] - x) * (t[1] + t[3] - x),
      c(max(0, t[1] + t[3] - t[4]), min(t[2], t[1] + t[3])), tol = 1e-12)$root)
    v <- 1 / (1 / fit + 1 / (s[, 2] - fit) + 1 / (s[, 1] + s[, 3] - fit) + 1 / (s[, 4] - s[, 1] - s[, 3] + fit))
    bd <- sum((s[, 1] - fit)^2 / v); tarone <- bd - sum(s[, 1] - fit)^2 / sum(v)
    data.frame(set_id = name, stratum = seq_len(k), a = s[, 1], n1 = s[, 2], b = s[, 3], n2 = s[, 4],
      crude_rr = e$RR.crude.wald$est, mh_or = or, mh_or_lo = plain$conf.int[1], mh_or_hi = plain$conf.int[2],
      mh_rr = e$RR.mh.wald$est, mh_rr_lo = e$RR.mh.wald$lower, mh_rr_hi = e$RR.mh.wald$upper,
      mh_rd = e$ARisk.mh.sato$est, mh_rd_lo = e$ARisk.mh.sato$lower, mh_rd_hi = e$ARisk.mh.sato$upper,
      cmh_chi2 = plain$statistic, cmh_p = plain$p.value, cmh_chi2_cc = corrected$statistic, cmh_p_cc = corrected$p.value,
      breslow_day = bd, breslow_day_tarone = tarone, homog_df = k - 1, breslow_day_tarone_p = pchisq(tarone, k - 1, lower.tail = FALSE))
  }, names(sets))))

rate_sets <- list(two = rbind(c(30, 1000, 20, 1500), c(15, 600, 30, 800)), three = rbind(c(3, 40.5, 8, 30), c(5, 25, 9, 310), c(0, 10, 2, 12)))
write_vectors("mantel_haenszel_rate", "epiR::epi.2by2, method cohort.time", rows(Map(function(name) {
  s <- rate_sets[[name]]; k <- nrow(s)
  cube <- array(apply(s, 1, function(t) c(t[1], t[3], t[2], t[4])), c(2, 2, k))
  e <- epi.2by2(as.table(cube), method = "cohort.time", conf.level = 0.95, units = 1)$massoc.detail
  data.frame(set_id = name, stratum = seq_len(k), a = s[, 1], t1 = s[, 2], b = s[, 3], t2 = s[, 4], mh_irr = e$IRR.mh.wald$est,
             mh_irr_lo = e$IRR.mh.wald$lower, mh_irr_hi = e$IRR.mh.wald$upper)
}, names(rate_sets))))

# Many tests.
lists <- list(plain = c(0.01, 0.02, 0.03, 0.04, 0.05), ties = c(0.5, 0.01, 0.01, 0.9, 1, 0, 0.049), missing = c(0.001, NA, 0.2, 0.03),
              one = 0.3, small = c(1e-300, 1e-12, 0.5))
write_vectors("adjust_p", "stats::p.adjust", rows(Map(function(name) {
  p <- lists[[name]]
  data.frame(set_id = name, idx = seq_along(p), p = p, bh = p.adjust(p, "BH"), by = p.adjust(p, "BY"), holm = p.adjust(p, "holm"),
             hochberg = p.adjust(p, "hochberg"), bonferroni = p.adjust(p, "bonferroni"))
}, names(lists))))

# Values.
values <- list(few = c(1, 2, 4), far = 1e9 + c(0.25, 0.5, 0.75), pair = c(-3, 5))
write_vectors("mean", "stats::t.test, stats::sd", rows(Map(function(name) {
  x <- values[[name]]; at <- function(level) t.test(x, conf.level = level)$conf.int
  data.frame(area = name, values = x, value_sum = sum(x), value_count = length(x), stdev = sd(x), value = mean(x), lower95_0cl = at(0.95)[1],
             upper95_0cl = at(0.95)[2], lower99_8cl = at(0.998)[1], upper99_8cl = at(0.998)[2])
}, names(values))))

# Tables of any size. One row a cell.
grids <- list(plain = matrix(c(12, 30, 7, 45, 20, 9), 2, byrow = TRUE), square = matrix(c(10, 20, 30, 6, 9, 17, 2, 5, 8), 3, byrow = TRUE),
              small = matrix(c(1, 0, 3, 2, 5, 4), 3, byrow = TRUE))
write_vectors("r_by_c", "stats::chisq.test", rows(Map(function(name) {
  g <- grids[[name]]; chi <- chisq.test(g, correct = FALSE)
  data.frame(set_id = name, row = c(row(g)), column = c(col(g)), count = c(g), chi2 = chi$statistic, df = chi$parameter, p = chi$p.value,
             cramers_v = sqrt(chi$statistic / (sum(g) * (min(dim(g)) - 1))), expected = c(chi$expected), residual = c(chi$residuals),
             standardised = c(chi$stdres))
}, names(grids))))

# Places in a funnel: a unit is outside exactly when its own limits leave the average out.
place <- function(low, high, average) {  # limits at 95 % and at 99.8 %
  if (high[2] < average) "Low (0.001)" else if (low[2] > average) "High (0.001)" else if (high[1] < average) "Low (0.025)"
  else if (low[1] > average) "High (0.025)" else "Not significant"
}
tails <- c(0.025, 0.001)
count_limits <- function(x) {  # UKHSA: exact below 10 events, Byar's from 10
  z <- qnorm(1 - tails)
  if (x < 10) list(low = if (x == 0) c(0, 0) else qgamma(tails, x), high = qgamma(1 - tails, x + 1))
  else list(low = x * (1 - 1 / (9 * x) - z / 3 / sqrt(x))^3, high = (x + 1) * (1 - 1 / (9 * (x + 1)) + z / 3 / sqrt(x + 1))^3)
}
units <- data.frame(events = c(0, 1, 5, 9, 10, 14, 40, 70, 200, 12), n = c(40, 30, 20, 95, 60, 100, 200, 250, 900, 300))
centre <- sum(units$events) / sum(units$n)
write_vectors("funnel_place_proportion", "stats::prop.test(correct = FALSE) at 95 % and 99.8 %", rows(Map(function(x, n) {
  at <- function(end) sapply(1 - 2 * tails, function(level) prop.test(x, n, conf.level = level, correct = FALSE)$conf.int[end])
  list(events = x, n = n, share = x / n, centre = centre, significance = place(at(1), at(2), centre))
}, units$events, units$n)))
ratios <- data.frame(observed = c(0, 0, 0, 3, 9, 10, 10, 25, 25, 100, 100), expected = c(1, 5, 9, 10, 2, 19.5, 10, 12, 20, 140, 82))
write_vectors("funnel_place_ratio", "stats::qgamma below 10 events, Byar's limits by definition from 10", rows(Map(function(o, e) {
  limits <- count_limits(o)
  list(observed = o, expected = e, ratio = o / e, significance = place(limits$low, limits$high, e))
}, ratios$observed, ratios$expected)))
write_vectors("funnel_place_rate", "as funnel_place_ratio, against the events of all together over their people", rows(Map(function(x, n) {
  limits <- count_limits(x)
  list(events = x, person_time = n, centre = centre * 1e5, significance = place(limits$low, limits$high, centre * n))
}, units$events, units$n)))

# UKHSA's indicators by their definitions. Funnel lines: where they pass through so many events, of three years.
few_and_many <- c(0, 1, 2, 9, 10, 57, 1000, 123456)
line <- function(events, tail, upper) if (upper) (if (events == 0) NA else qgamma(tail, events)) else qgamma(1 - tail, events + 1)
write_vectors("funnel_ratio", "stats::qgamma", rows(lapply(few_and_many, function(x)
  list(observed = x, exp_lo95 = line(x, 0.025, FALSE), exp_hi95 = if (x == 0) 0 else line(x, 0.025, TRUE), exp_lo998 = line(x, 0.001, FALSE),
       exp_hi998 = if (x == 0) 0 else line(x, 0.001, TRUE)))))
write_vectors("funnel_rate", "stats::qgamma", rows(Map(function(x, baseline) {
  at <- function(tail, upper) { e <- line(x, tail, upper); c(e / baseline * 1e5 / 3, x / e * baseline) }
  l2 <- at(0.025, FALSE); u2 <- at(0.025, TRUE); l3 <- at(0.001, FALSE); u3 <- at(0.001, TRUE)
  list(Events = x, baseline = baseline, lower_2s_population_1_year = l2[1], lower_2s_limit = l2[2], upper_2s_population_1_year = u2[1],
       upper_2s_limit = u2[2], lower_3s_population_1_year = l3[1], lower_3s_limit = l3[2], upper_3s_population_1_year = u3[1], upper_3s_limit = u3[2])
}, few_and_many, seq(0.5, 400, length.out = 8))))
points <- expand.grid(n = c(1, 7, 250, 1e6), p0 = c(0, 0.02, 0.5, 0.97, 1))
spread <- function(tail) qnorm(1 - tail) * sqrt(points$p0 * (1 - points$p0) / points$n)
write_vectors("funnel_proportion", "stats::qnorm", data.frame(points, lo95 = pmax(0, points$p0 - spread(0.025)), hi95 = pmin(1, points$p0 + spread(0.025)),
  lo998 = pmax(0, points$p0 - spread(0.001)), hi998 = pmin(1, points$p0 + spread(0.001))))
# Quantile groups, with ties and sets smaller than the number of groups.
set.seed(20230405)
write_vectors("quantile", "stats rank(ties.method = \"min\"), as PHEindicatormethods defines the groups", rows(Map(function(count, name, polarity) {
  groups <- c(Decile = 10, Quintile = 5, Septile = 7)[[name]]; value <- round(rnorm(count, 50, 4))
  ranked <- rank(if (polarity == "RAG - High is good") value else max(value) - value, ties.method = "min")
  data.frame(GroupSet = "made up", IndSexRef = paste(count, name, polarity), Value = value, Polarity = polarity, QuantileNm = name,
             QuantileInGrp = if (count < groups) NA else pmax(1, groups + 1 - ceiling((count + 1 - ranked) / (count / groups))))
}, c(7, 10, 23, 64, 64, 4), c("Septile", "Decile", "Decile", "Quintile", "Quintile", "Quintile"),
   c("RAG - Low is good", "RAG - High is good", "RAG - Low is good", "RAG - High is good", "RAG - Low is good", "RAG - Low is good"))))
write_vectors("sii", "stats::lm with weights, at the middle of each group's place", rows(lapply(c(2, 5, 10, 10), function(groups) {
  people <- round(runif(groups, 300, 9000)); value <- 70 + cumsum(rnorm(groups, 1)); place <- (cumsum(people) - people / 2) / sum(people)
  fit <- unname(coef(lm(value ~ place, weights = people))); shuffled <- sample(groups)
  data.frame(TestDescription = paste0("s", round(people[1])), Area = "A", Quantile = shuffled, Population = people[shuffled], Value = value[shuffled],
             sii = fit[2], rii = (fit[1] + fit[2]) / fit[1], Intercept = fit[1])
})))
write_vectors("dsr", "Dobson's limits from Byar's, by definition", rows(lapply(c(0.2, 3, 400), function(size) {
  events <- rpois(19, size * runif(19)); people <- round(runif(19, 500, 9000)); standard <- round(runif(19, 1000, 8000)); k <- sum(events)
  rate <- sum(standard * events / people) / sum(standard) * 1e5; variance <- sum(standard^2 * events / people^2) / sum(standard)^2 * 1e10
  z <- qnorm(0.975); byar <- c(k * (1 - 1 / (9 * k) - z / 3 / sqrt(k))^3, (k + 1) * (1 - 1 / (9 * (k + 1)) + z / 3 / sqrt(k + 1))^3)
  given <- if (k < 10) c(NA, NA, NA) else c(rate, rate + sqrt(variance / k) * (byar - k))  # withheld below 10 events
  data.frame(group = paste0("g", size), ageband = 1:19, events, population = people, standard_population = standard, observed = k,
             crude = k / sum(people) * 1e5, dsr = given[1], dsr_lo = given[2], dsr_hi = given[3])
})))
write_vectors("isr", "stats::qgamma below 10 events, Byar's limits by definition from 10", rows(lapply(c(0.2, 3, 400), function(size) {
  events <- rpois(19, size * runif(19)); people <- round(runif(19, 500, 9000)); cases <- rpois(19, 900); reference <- round(runif(19, 5e4, 9e5))
  k <- sum(events); e <- sum(people * cases / reference); z <- qnorm(0.975)
  limits <- if (k < 10) c(if (k == 0) 0 else qgamma(0.025, k), qgamma(0.975, k + 1))
            else c(k * (1 - 1 / (9 * k) - z / 3 / sqrt(k))^3, (k + 1) * (1 - 1 / (9 * (k + 1)) + z / 3 / sqrt(k + 1))^3)
  data.frame(group = paste0("g", size), ageband = 1:19, events, population = people, reference_events = cases, reference_population = reference,
             observed = k, expected = e, ratio = k / e, ratio_lo = limits[1] / e, ratio_hi = limits[2] / e)
})))

write_vectors("minimum_detectable", "stats::power.prop.test, strict = FALSE", rows(Map(function(n, p2, power) {
  found <- power.prop.test(n = n, p1 = p2, power = power, sig.level = 0.05, tol = 1e-12)
  list(n = n, p2 = p2, power = power, p1 = found$p2)
}, c(100, 1000, 50, 20000), c(0.1, 0.5, 0.2, 0.01), c(0.8, 0.9, 0.8, 0.8))))
