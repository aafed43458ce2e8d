# Reference values for rates of units, worked out by R 4.2 alone:
#   Rscript tests/statistics/units.R      writes units_shrink.csv and units_overdispersion.csv beside itself
here <- dirname(sub("--file=", "", grep("--file=", commandArgs(FALSE), value = TRUE)))
put <- function(frame, name) write.csv(format(frame, digits = 17, trim = TRUE), file.path(here, name), row.names = FALSE, quote = FALSE)

set.seed(20230402)
population <- round(exp(runif(20, 4, 9))); events <- rpois(20, population * rgamma(20, 20, 20 / 0.03))
raw <- events / population; overall <- sum(events) / sum(population)
between <- sum(population * (raw - overall)^2) / sum(population) - overall / mean(population)
weight <- if (between > 0) between / (between + overall / population) else rep(0, 20)
put(data.frame(events, population, raw, weight, estimate = overall + weight * (raw - overall)), "units_shrink.csv")

expected <- round(runif(25, 8, 120), 2); observed <- rpois(25, expected * rgamma(25, 15, 15))
adjust <- function(scale, y, s) {
  z <- y / s
  q <- quantile(z, c(0.1, 0.9)); w <- pmin(pmax(z, q[1]), q[2]); phi <- mean(w^2); i <- length(z)
  tau2 <- max(0, (i * phi - (i - 1)) / (sum(s^-2) - sum(s^-4) / sum(s^-2)))
  data.frame(scale, observed, expected, z, w, multiplicative = z / sqrt(max(1, phi)), additive = y / sqrt(s^2 + tau2), phi, tau2)
}
put(rbind(adjust("plain", observed / expected - 1, 1 / sqrt(expected)),
          adjust("root", sqrt(observed / expected) - 1, 1 / (2 * sqrt(expected))),
          adjust("log", log(observed / expected), 1 / sqrt(expected))), "units_overdispersion.csv")
