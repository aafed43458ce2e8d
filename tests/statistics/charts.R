# Reference values for the charts of counts and of rare events, worked out by R 4.2 alone:
#   Rscript tests/statistics/charts.R      writes charts_laney.csv, charts_rare.csv, charts_cusum.csv beside itself
# The data are made up here; the program's tests read the files and never run R.
here <- dirname(sub("--file=", "", grep("--file=", commandArgs(FALSE), value = TRUE)))
put <- function(frame, name) write.csv(format(frame, digits = 17, trim = TRUE), file.path(here, name), row.names = FALSE, quote = FALSE)

set.seed(20230401)
n <- round(runif(24, 3000, 9000)); events <- rbinom(24, n, 0.12 + rnorm(24, sd = 0.01))
laney <- function(kind) {
  centre <- sum(events) / sum(n)
  sigma <- sqrt((if (kind == "p") centre * (1 - centre) else centre) / n)
  z <- (events / n - centre) / sigma
  sigma_z <- mean(abs(diff(z))) / 1.128
  data.frame(kind, events, n, centre, value = events / n, sigma, z, sigma_z,
             ucl = centre + 3 * sigma, lcl = centre - 3 * sigma,
             ucl_prime = centre + 3 * sigma * sigma_z, lcl_prime = centre - 3 * sigma * sigma_z)
}
put(rbind(laney("p"), laney("u"), local({
  # Small numbers: limits beyond 0 and 1 are drawn at 0 and 1, as R's qcc and qicharts2 draw them.
  n <<- c(4, 6, 3, 8, 5, 40); events <<- c(1, 0, 2, 1, 4, 12)
  within(laney("p"), { kind <- "few"; ucl <- pmin(1, ucl); ucl_prime <- pmin(1, ucl_prime); lcl <- pmax(0, lcl); lcl_prime <- pmax(0, lcl_prime) })
})), "charts_laney.csv")

gap <- rgeom(30, 0.02)
g <- mean(gap)
time <- rexp(30, 1 / 40); root <- time^(1 / 3.6); reach <- 2.66 * mean(abs(diff(root)))
put(data.frame(gap, g_centre = g, g_ucl = g + 3 * sqrt(g * (g + 1)),
               g_lo = qgeom(pnorm(-3), 1 / (1 + g)), g_hi = qgeom(pnorm(3), 1 / (1 + g)),
               time, t_centre = mean(root)^3.6, t_ucl = (mean(root) + reach)^3.6), "charts_rare.csv")

y <- round(c(rnorm(15, 50, 4), rnorm(15, 54, 4)), 1)
z <- (y - mean(y)) / (mean(abs(diff(y))) / 1.128)
high <- low <- numeric(30); a <- b <- 0
for (i in 1:30) { a <- max(0, a + z[i] - 0.5); b <- max(0, b - z[i] - 0.5); high[i] <- a; low[i] <- b }
put(data.frame(y, z, high, low), "charts_cusum.csv")
