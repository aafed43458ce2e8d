// Regression of many columns: logistic, poisson, standardised-risk.
#include <algorithm>

#include "calc/answers.h"
#include "calc/model_options.h"
#include "calc/model_rows.h"
#include "statistics/regression.h"

namespace makegood::calc {
namespace {

// What a formula asks for, read from the rows that have all of it.
struct Model {
  std::vector<Variable> variables;
  Observed data;
  std::size_t rows = 0;
};

// 0 and 1, or the second of two words in alphabetical order.
Result<std::vector<double>> zeros_and_ones(const Variable& outcome) {
  std::vector<double> out = outcome.values;
  if (outcome.is_factor())
    for (const auto level : outcome.level_of) out.push_back(static_cast<double>(level));
  const bool sound =
      outcome.levels.size() <= 2 && std::all_of(out.begin(), out.end(), [](double y) { return y == 0 || y == 1; });
  if (sound) return out;
  return refuse(Fault::invalid_input, "the outcome " + outcome.name + " has more than two values");
}

Result<std::vector<double>> numbers_of(const Set& set, const std::vector<std::size_t>& rows, std::size_t column,
                                       const std::string& name) {
  const auto variable = variable_of(name, cells_of(set, rows, column));
  if (!variable) return tl::unexpected(variable.error());
  if (!variable->is_factor()) return variable->values;
  return refuse(Fault::invalid_input, "the column " + name + " holds something that is no number");
}

// The columns are those of formula_fit: outcome, variables, and the exposure if there is one.
Result<Model> model_of(const Set& set, Family family) {
  const auto formula = *formula_of(set.options().text("--formula"));  // formula_fit has refused what is none
  const auto references = *references_of(set.options());
  const bool exposed = set.options().has("--exposure");
  const auto last = formula.variables.size() + 1;
  const auto rows = complete_rows(set, last + (exposed ? 1 : 0));
  const auto variable_at = [&](std::size_t column, const std::string& name) {
    const auto found = references.find(name);
    return variable_of(name, cells_of(set, rows, column), found == references.end() ? std::string_view() : found->second);
  };
  Model model{.variables = {}, .data = {}, .rows = rows.size()};
  if (rows.empty()) return model;
  auto events = Result<std::vector<double>>();
  if (family == Family::poisson) events = numbers_of(set, rows, 0, formula.outcome);
  else if (const auto outcome = variable_at(0, formula.outcome); outcome) events = zeros_and_ones(*outcome);
  else return tl::unexpected(outcome.error());
  if (!events) return tl::unexpected(events.error());
  auto size = Result<std::vector<double>>(std::vector<double>(rows.size(), 1));
  if (exposed) size = numbers_of(set, rows, last, std::string(set.options().text("--exposure")));
  if (!size) return tl::unexpected(size.error());
  for (std::size_t i = 0; i < formula.variables.size(); ++i) {
    auto variable = variable_at(i + 1, formula.variables[i]);
    if (!variable) return tl::unexpected(variable.error());
    model.variables.push_back(std::move(*variable));
  }
  if (const auto few = few_enough(model.variables); !few) return tl::unexpected(few.error());
  model.data = observed(design_of(model.variables, rows.size()), *events, *size);
  return model;
}

void end_with(Cells& out, const Refusal& refusal) { out.text(refusal.message).end(Status::out_of_range); }

std::string_view method_of(const Regression& fit) {
  if (!fit.firth) return "maximum likelihood";
  return fit.profiled ? "firth" : "firth with Wald's limits";
}

void put(Cells& out, const Model& model, const Regression& fit, bool says_method) {
  for (std::size_t j = 0; j < model.data.design.columns(); ++j) {
    const auto& one = fit.coefficients[j];
    out.text(model.data.design.terms[j]).put(one.estimate).put(one.se).put(one.z).put(one.p);
    out.put(one.ratio).put(one.ratio_limits).put(static_cast<double>(model.rows));
    if (says_method) out.text(method_of(fit));
    out.end(one.status);
  }
}

void coefficients_answer(const Set& set, Cells& out, Family family) {
  const auto model = model_of(set, family);
  if (!model) return end_with(out, model.error());
  if (model->rows == 0) return out.end(Status::missing);
  put(out, *model, regress(model->data, family, set.confidence()), family == Family::logistic);
}

// The variable whose groups are compared: --of, or the first of the formula.
std::string compared(const Options& options, const Formula& formula) {
  if (options.has("--of")) return std::string(trim(options.text("--of")));
  return formula.variables.empty() ? std::string() : formula.variables.front();
}

}  // namespace

Result<Fit> formula_fit(const Options& options) {
  const auto formula = formula_of(options.text("--formula"));
  if (!formula) return tl::unexpected(formula.error());
  if (const auto references = references_of(options); !references) return tl::unexpected(references.error());
  auto inputs = text_columns({formula->outcome});
  for (auto& column : text_columns(formula->variables)) inputs.push_back(std::move(column));
  if (options.has("--exposure"))
    for (auto& column : text_columns({std::string(trim(options.text("--exposure")))})) inputs.push_back(std::move(column));
  return Fit{.inputs = std::move(inputs), .outputs = {}};
}

void logistic_answer(const Set& set, Cells& out) { coefficients_answer(set, out, Family::logistic); }
void poisson_answer(const Set& set, Cells& out) { coefficients_answer(set, out, Family::poisson); }

Result<Fit> standardised_risk_fit(const Options& options) {
  auto fit = formula_fit(options);
  if (!fit) return fit;
  const auto formula = *formula_of(options.text("--formula"));
  const auto name = compared(options, formula);
  if (std::find(formula.variables.begin(), formula.variables.end(), name) != formula.variables.end()) return fit;
  return refuse(Fault::invalid_input, "--of names one of the formula's variables, whose groups are compared");
}

void standardised_risk_answer(const Set& set, Cells& out) {
  const auto model = model_of(set, Family::logistic);
  if (!model) return end_with(out, model.error());
  if (model->rows == 0) return out.end(Status::missing);
  const auto name = compared(set.options(), *formula_of(set.options().text("--formula")));
  const auto& factor = *std::find_if(model->variables.begin(), model->variables.end(),
                                     [&](const Variable& one) { return one.name == name; });
  if (!factor.is_factor())
    return end_with(out, {Fault::invalid_input, name + " is a column of numbers; --reference " + name + "=... makes it groups", {}});
  const auto fit = regress(model->data, Family::logistic, set.confidence());
  const auto risks = standardised_risks(model->data, fit, Family::logistic, factor, set.confidence());
  if (risks.empty()) return out.end(fit.status == Status::ok ? Status::undefined : fit.status);
  for (const auto& risk : risks) {
    out.text(risk.level).put(risk.risk).put(risk.se).put(risk.limits).put(risk.ratio).put(risk.ratio_limits);
    out.put(static_cast<double>(model->rows)).end(fit.status);
  }
}

}  // namespace makegood::calc
