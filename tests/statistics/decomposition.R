# Reference values for the decomposition of a gap, by R 4.2's lm alone, from the people of models.R:
#   Rscript tests/statistics/decomposition.R      writes decomposition.csv beside itself
here <- dirname(sub("--file=", "", grep("--file=", commandArgs(FALSE), value = TRUE)))
people <- read.csv(file.path(here, "models_people.csv"), stringsAsFactors = FALSE)
people <- people[people$ethnicity %in% c("White", "Black"), ]
people$sex <- factor(people$sex)
a <- people[people$ethnicity == "White", ]; b <- people[people$ethnicity == "Black", ]
beta <- function(data) coef(lm(hourly ~ sex + age, data))
means <- function(data) colMeans(model.matrix(~ sex + age, data))
A <- beta(a); B <- beta(b); xa <- means(a); xb <- means(b)
all_with <- coef(lm(hourly ~ sex + age + I(ethnicity == "Black"), people))[1:3]
two <- function(reference, w) data.frame(part = "two-fold", reference, term = names(A), explained = (xa - xb) * w,
                                         unexplained = xa * (A - w) + xb * (w - B), interaction = 0)
out <- rbind(two("group_a", A), two("group_b", B), two("pooled", all_with), two("neumark", beta(people)),
             two("equal", (A + B) / 2), two("weighted", (nrow(a) * A + nrow(b) * B) / nrow(people)),
             data.frame(part = "three-fold", reference = "group_b", term = names(A), explained = (xa - xb) * B,
                        unexplained = xb * (A - B), interaction = (xa - xb) * (A - B)))
out$gap <- mean(a$hourly) - mean(b$hourly)
number <- sapply(out, is.numeric); out[number] <- lapply(out[number], function(x) sprintf("%.17g", x))
write.csv(out, file.path(here, "decomposition.csv"), row.names = FALSE, quote = FALSE)
