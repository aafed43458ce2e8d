# Reference values for regression, worked out by R 4.2 alone (stats::glm, stats::lm; Firth's score and its profile written out):
#   Rscript tests/statistics/models.R      writes models_people.csv, models_terms.csv and models_risks.csv beside itself
here <- dirname(sub("--file=", "", grep("--file=", commandArgs(FALSE), value = TRUE)))
put <- function(frame, name) {
  number <- sapply(frame, is.numeric)
  frame[number] <- lapply(frame[number], function(x) sprintf("%.17g", x))
  write.csv(frame, file.path(here, name), row.names = FALSE, quote = FALSE)
}
set.seed(20230403)
people <- data.frame(ethnicity = sample(c("Asian", "Black", "Mixed", "White"), 400, TRUE, c(.15, .15, .1, .6)),
                     sex = sample(c("F", "M"), 400, TRUE), age = round(runif(400, 18, 65)))
people$ethnicity <- relevel(factor(people$ethnicity), "White")
people$y <- rbinom(400, 1, plogis(-1 + .5 * (people$ethnicity == "Black") - .3 * (people$ethnicity == "Asian") + .02 * (people$age - 40)))
people$certain <- ifelse(people$ethnicity == "Mixed", 0, people$y)
# Pay, for the decomposition.
people$hourly <- round(8 + .15 * people$age + 2 * (people$sex == "M") + 1.5 * (people$ethnicity == "White") + rnorm(400, sd = 2), 2)
put(people, "models_people.csv")

terms <- function(model, fit) {
  s <- coef(summary(fit))
  data.frame(model, term = rownames(s), estimate = s[, 1], se = s[, 2], z = s[, 3], p = s[, 4],
             ratio_lo = exp(s[, 1] - qnorm(.975) * s[, 2]), ratio_hi = exp(s[, 1] + qnorm(.975) * s[, 2]))
}
strict <- glm.control(epsilon = 1e-14, maxit = 100)
logistic <- glm(y ~ ethnicity + sex + age, binomial, people, control = strict)
poisson <- glm(y ~ ethnicity + sex + age, poisson, people, control = strict)
risk <- glm(y ~ ethnicity + sex, binomial("log"), people, control = strict, start = c(-1, 0, 0, 0, 0))

# Firth: Newton for the estimates; limits and p by the profile of the penalised likelihood, which optim maximises over
# the other coefficients and uniroot follows to its drop.
firth <- function(model, formula, data) {
  x <- model.matrix(formula, data); y <- model.response(model.frame(formula, data)); b <- rep(0, ncol(x))
  for (i in 1:500) {
    p <- drop(plogis(x %*% b)); w <- p * (1 - p); v <- solve(crossprod(x * sqrt(w)))
    h <- rowSums((x %*% v) * x) * w
    step <- drop(v %*% crossprod(x, y - p + h * (.5 - p))); b <- b + step / max(1, max(abs(step)))
    if (max(abs(step)) < 1e-13) break
  }
  penalised <- function(b) {
    eta <- drop(x %*% b); w <- plogis(eta) * plogis(-eta)
    sum(y * eta - log1p(exp(eta))) + .5 * as.numeric(determinant(crossprod(x * sqrt(w)))$modulus)
  }
  best <- penalised(b); se <- sqrt(diag(v))
  drop_at <- function(j, value) {
    whole <- function(others) { full <- numeric(ncol(x)); full[j] <- value; full[-j] <- others; full }
    if (ncol(x) == 1) return(2 * (best - penalised(value)))
    slope <- function(others) {
      at <- whole(others); p <- drop(plogis(x %*% at)); w <- p * (1 - p); h <- rowSums((x %*% solve(crossprod(x * sqrt(w)))) * x) * w
      drop(crossprod(x, y - p + h * (.5 - p)))[-j]
    }
    at <- optim(b[-j] + (value - b[j]) * v[-j, j] / v[j, j], function(o) penalised(whole(o)), slope, method = "BFGS",
                control = list(fnscale = -1, reltol = 1e-16, maxit = 5000))
    2 * (best - at$value)
  }
  limit <- function(j, side) uniroot(function(d) drop_at(j, b[j] + side * d) - qchisq(.95, 1), c(.2, 4) * se[j], extendInt = "upX", tol = 1e-12)$root
  each <- seq_len(ncol(x))
  data.frame(model, term = colnames(x), estimate = b, se, z = b / se,
             p = sapply(each, function(j) pchisq(drop_at(j, 0), 1, lower.tail = FALSE)),
             ratio_lo = exp(b - sapply(each, limit, side = -1)), ratio_hi = exp(b + sapply(each, limit, side = 1)))
}
# Few people, one group without an event, a number beside it.
few <- data.frame(y = c(0, 0, 0, 0, 0, 1, 0, 1, 1, 1, 0, 1), g = rep(c("a", "b"), c(5, 7)), x = c(1, 3, 2, 5, 4, 2, 6, 3, 7, 5, 1, 4))
put(rbind(terms("logistic", logistic), terms("poisson", poisson), terms("log_binomial", risk), firth("firth", certain ~ ethnicity + sex, people),
          firth("firth_few", y ~ g + x, few), firth("firth_apart", y ~ x, data.frame(y = c(0, 0, 0, 1, 1), x = 1:5))),
    "models_terms.csv")

standardised <- function(level) {
  everybody <- people; everybody$ethnicity <- factor(level, levels(people$ethnicity))
  x <- model.matrix(~ ethnicity + sex + age, everybody); p <- drop(plogis(x %*% coef(logistic)))
  slope <- colMeans(x * p * (1 - p))
  list(risk = mean(p), slope = slope)
}
reference <- standardised("White")
put(do.call(rbind, lapply(levels(people$ethnicity), function(level) {
  at <- standardised(level); v <- vcov(logistic); ratio <- at$slope / at$risk - reference$slope / reference$risk
  data.frame(level, risk = at$risk, se = sqrt(drop(at$slope %*% v %*% at$slope)), ratio = at$risk / reference$risk,
             log_ratio_se = sqrt(drop(ratio %*% v %*% ratio)))
})), "models_risks.csv")
