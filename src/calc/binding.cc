#include "calc/binding.h"

#include <algorithm>
#include <limits>

#include <fmt/format.h>

namespace makegood::calc {
namespace {

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

std::vector<std::string> names_of(std::string_view list) {
  std::vector<std::string> names;
  for (const auto& column : columns_of(list)) names.push_back(column.name);
  return names;
}

// "events, n and [confidence]"
std::string in_words(const std::vector<Column>& inputs) {
  std::vector<std::string> names;
  for (const auto& column : inputs)
    if (!column.optional) names.push_back(column.name);
  if (names.size() < 2) return join(names, "");
  const auto last = std::move(names.back());
  names.pop_back();
  return join(names, ", ") + " and " + last;
}

// As written first, then in any case: "Events" is events unless there is an "events" as well.
Result<std::size_t> place_of(const std::string& name, const std::vector<std::string>& header) {
  for (const bool folded : {false, true}) {
    const auto is_it = [&](const std::string& other) { return folded ? lower(other) == lower(name) : other == name; };
    const auto count = std::count_if(header.begin(), header.end(), is_it);
    if (count > 1) return refuse(Fault::invalid_input, fmt::format("the column \"{}\" is there twice", name));
    if (count == 1) return static_cast<std::size_t>(std::find_if(header.begin(), header.end(), is_it) - header.begin());
  }
  return Binding::kAbsent;
}

}  // namespace

std::vector<Column> columns_of(std::string_view list) {
  std::vector<Column> columns;
  for (const auto& part : split(list, ',')) {
    auto text = trim(part);
    Column column;
    column.optional = text.starts_with('[');
    if (column.optional) text = text.substr(1, text.size() - 2);
    const auto space = text.find(' ');
    const auto kind = space == std::string_view::npos ? std::string_view() : text.substr(0, space);
    if (kind == "key") column.kind = Kind::key;
    if (kind == "text") column.kind = Kind::text;
    column.name = column.kind == Kind::number ? text : text.substr(space + 1);
    if (!column.name.empty()) columns.push_back(std::move(column));
  }
  return columns;
}

void Binding::read(const std::vector<std::string_view>& cells, std::span<Number> numbers,
                   std::span<std::string_view> texts) const {
  for (std::size_t i = 0; i < inputs.size(); ++i) {
    texts[i] = places[i] == kAbsent ? std::string_view() : cells[places[i]];
    if (inputs[i].kind != Kind::number) {
      numbers[i] = {kNan, Status::ok};
      continue;
    }
    numbers[i] = read_number(texts[i]);
    if (inputs[i].optional && numbers[i].status == Status::missing) numbers[i].status = Status::ok;
  }
}

Result<Binding> bind(const Method& method, const std::vector<std::string>& header, const Options& options) {
  Binding binding;
  binding.inputs = columns_of(method.inputs);
  binding.outputs = names_of(method.outputs);
  if (method.fit != nullptr) {
    auto fit = method.fit(options);
    if (!fit) return tl::unexpected(fit.error());
    binding.inputs.insert(binding.inputs.end(), fit->inputs.begin(), fit->inputs.end());
    if (!fit->outputs.empty()) binding.outputs = std::move(fit->outputs);
  }
  for (std::size_t i = 0; i < binding.inputs.size(); ++i) {
    const auto& column = binding.inputs[i];
    const auto place = place_of(column.name, header);
    if (!place) return tl::unexpected(place.error());
    if (*place == Binding::kAbsent && !column.optional)
      return refuse(Fault::invalid_input, fmt::format("there is no column \"{}\"; calc {} needs {}", column.name, method.name,
                                                      in_words(binding.inputs)));
    binding.places.push_back(*place);
    if (column.name == "confidence") binding.confidence = i;
  }
  return binding;
}

}  // namespace makegood::calc
