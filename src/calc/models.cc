// Models of many columns: logistic, oaxaca. Their columns are named by options and are read as text; a variable
// is a number where every cell is one. Rows that lack any of them are left out, as R leaves them out.
#include <algorithm>

#include "calc/answers.h"
#include "calc/model_options.h"
#include "statistics/decomposition.h"
#include "statistics/regression.h"

namespace makegood::calc {
namespace {

constexpr std::size_t kMostTerms = 300;  // a column of names would be a term for each person

Refusal too_many_terms(std::size_t terms) {
  return {Fault::too_large,
          std::to_string(terms) + " terms; there may be 300: is a column of names among the variables?",
          {}};
}

// Without building the design: numbers are one term, words one for each level but the first.
std::size_t terms_of(const std::vector<Variable>& variables) {
  std::size_t terms = 1;
  for (const auto& variable : variables) terms += variable.is_factor() ? variable.levels.size() - 1 : 1;
  return terms;
}

bool is_missing(std::string_view cell) { return cell.empty() || cell == "NA"; }

std::vector<std::size_t> complete_rows(const Set& set, std::size_t columns) {
  std::vector<std::size_t> rows;
  for (std::size_t row = 0; row < set.size(); ++row) {
    bool whole = true;
    for (std::size_t column = 0; column < columns; ++column) whole = whole && !is_missing(set.text(row, column));
    if (whole) rows.push_back(row);
  }
  return rows;
}

std::vector<std::string_view> cells_of(const Set& set, const std::vector<std::size_t>& rows, std::size_t column) {
  std::vector<std::string_view> cells;
  for (const auto row : rows) cells.push_back(set.text(row, column));
  return cells;
}

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

void end_with(Cells& out, const Refusal& refusal) { out.text(refusal.message).end(Status::out_of_range); }

void put(Cells& out, const Observed& data, const Regression& fit, std::size_t rows) {
  for (std::size_t j = 0; j < data.design.columns(); ++j) {
    const auto& one = fit.coefficients[j];
    out.text(data.design.terms[j])
        .put(one.estimate)
        .put(one.se)
        .put(one.z)
        .put(one.p)
        .put(one.ratio)
        .put(one.ratio_limits);
    out.put(static_cast<double>(rows)).text(fit.firth ? "firth" : "maximum likelihood").end(one.status);
  }
}

}  // namespace

Result<Fit> logistic_fit(const Options& options) {
  const auto formula = formula_of(options.text("--formula"));
  if (!formula) return tl::unexpected(formula.error());
  if (const auto references = references_of(options); !references) return tl::unexpected(references.error());
  auto inputs = text_columns({formula->outcome});
  for (auto& column : text_columns(formula->variables)) inputs.push_back(std::move(column));
  return Fit{.inputs = std::move(inputs)};
}

void logistic_answer(const Set& set, Cells& out) {
  const auto formula = *formula_of(set.options().text("--formula"));  // logistic_fit has refused what is none
  const auto references = *references_of(set.options());
  const auto rows = complete_rows(set, formula.variables.size() + 1);
  const auto reference_of = [&](const std::string& name) {
    const auto found = references.find(name);
    return found == references.end() ? std::string_view() : std::string_view(found->second);
  };
  if (rows.empty()) return out.end(Status::missing);
  const auto outcome = variable_of(formula.outcome, cells_of(set, rows, 0), reference_of(formula.outcome));
  if (!outcome) return end_with(out, outcome.error());
  const auto events = zeros_and_ones(*outcome);
  if (!events) return end_with(out, events.error());
  std::vector<Variable> variables;
  for (std::size_t i = 0; i < formula.variables.size(); ++i) {
    auto variable = variable_of(formula.variables[i], cells_of(set, rows, i + 1), reference_of(formula.variables[i]));
    if (!variable) return end_with(out, variable.error());
    variables.push_back(std::move(*variable));
  }
  if (const auto terms = terms_of(variables); terms > kMostTerms) return end_with(out, too_many_terms(terms));
  const auto data = observed(design_of(variables, rows.size()), *events, std::vector<double>(rows.size(), 1));
  put(out, data, regress(data, Family::logistic, set.confidence()), rows.size());
}

namespace {

// The columns of a decomposition, in the order of oaxaca_fit.
enum OaxacaColumn : std::size_t { kOutcome, kGroup, kBy };

struct Comparison {
  std::string_view reference, group;
};

void put_shares(Cells& out, const Division& division, const Shares& shares, std::string_view term,
                std::string_view group) {
  out.text(division.threefold ? "three-fold" : "two-fold")
      .text(word(division.worth))
      .put(shares.explained)
      .put(shares.unexplained);
  out.put(division.threefold ? Figure(shares.interaction) : Figure()).text(term);
  out.put(shares.explained + shares.unexplained + shares.interaction).text(group);
  out.put(division.threefold ? Figure() : division.group_weight).end(Status::ok);
}

// One group against the reference.
void compare(const Set& set, Cells& out, const OaxacaColumns& columns, std::vector<std::size_t> rows,
             const Comparison& groups) {
  std::erase_if(rows, [&](std::size_t row) {
    const auto group = set.text(row, kGroup);
    return group != groups.reference && group != groups.group;
  });
  const auto outcome = variable_of(columns.outcome, cells_of(set, rows, kOutcome));
  if (!outcome || outcome->is_factor()) return out.skip(7).text(groups.group).end(Status::not_a_number);
  std::vector<Variable> variables;
  for (std::size_t i = 0; i < columns.by.size(); ++i)
    variables.push_back(*variable_of(columns.by[i], cells_of(set, rows, kBy + i)));
  if (const auto terms = terms_of(variables); terms > kMostTerms)
    return out.skip(5).text(too_many_terms(terms).message).skip(1).text(groups.group).end(Status::out_of_range);
  std::vector<bool> in_b;
  for (const auto row : rows) in_b.push_back(set.text(row, kGroup) == groups.group);
  const auto design = design_of(variables, rows.size());
  const auto got = decompose(design, outcome->values, in_b);
  if (got.status != Status::ok) return out.skip(7).text(groups.group).end(got.status);
  for (const auto& division : got.divisions) {
    put_shares(out, division, division.total, "total", groups.group);
    for (std::size_t j = 0; j < division.terms.size(); ++j)
      put_shares(out, division, division.terms[j], design.terms[j], groups.group);
  }
}

}  // namespace

Result<Fit> oaxaca_fit(const Options& options) {
  const auto columns = oaxaca_columns_of(options);
  if (!columns) return tl::unexpected(columns.error());
  auto inputs = text_columns({columns->outcome, columns->group});
  for (auto& column : text_columns(columns->by)) inputs.push_back(std::move(column));
  return Fit{.inputs = std::move(inputs)};
}

void oaxaca_answer(const Set& set, Cells& out) {
  const auto columns = *oaxaca_columns_of(set.options());  // oaxaca_fit has refused what is none
  const auto rows = complete_rows(set, columns.by.size() + 2);
  const auto reference = set.options().has("--reference") ? set.options().text("--reference") : "White";
  auto groups = cells_of(set, rows, kGroup);
  std::sort(groups.begin(), groups.end());
  groups.erase(std::unique(groups.begin(), groups.end()), groups.end());
  if (std::find(groups.begin(), groups.end(), reference) == groups.end() || groups.size() < 2)
    return out.end(Status::missing_strata);
  for (const auto group : groups)
    if (group != reference) compare(set, out, columns, rows, {reference, group});
}

}  // namespace makegood::calc
