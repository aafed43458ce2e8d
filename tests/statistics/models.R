# Reference values for regression, worked out by R 4.2 alone (stats::glm, stats::lm, and Firth's score written out):
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
  data.frame(model, term = rownames(s), estimate = s[, 1], se = s[, 2], z = s[, 3], p = s[, 4])
}
strict <- glm.control(epsilon = 1e-14, maxit = 100)
logistic <- glm(y ~ ethnicity + sex + age, binomial, people, control = strict)
poisson <- glm(y ~ ethnicity + sex + age, poisson, people, control = strict)
risk <- glm(y ~ ethnicity + sex, binomial("log"), people, control = strict, start = c(-1, 0, 0, 0, 0))

firth <- function(formula) {
  x <- model.matrix(formula, people); y <- model.response(model.frame(formula, people)); b <- rep(0, ncol(x))
  for (i in 1:500) {
    p <- drop(plogis(x %*% b)); w <- p * (1 - p); v <- solve(crossprod(x * sqrt(w)))
    h <- rowSums((x %*% v) * x) * w
    step <- drop(v %*% crossprod(x, y - p + h * (.5 - p))); b <- b + step / max(1, max(abs(step)))
    if (max(abs(step)) < 1e-13) break
  }
  data.frame(model = "firth", term = colnames(x), estimate = b, se = sqrt(diag(v)), z = b / sqrt(diag(v)),
             p = 2 * pnorm(-abs(b / sqrt(diag(v)))))
}
put(rbind(terms("logistic", logistic), terms("poisson", poisson), terms("log_binomial", risk), firth(certain ~ ethnicity + sex)),
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
