// report, publish: the paper for the committee, and the site for everybody.

#include <fmt/format.h>

#include "cli/command.h"

namespace makegood::cli {
namespace {

template <class Rows>
std::string codes_of(const Rows& rows) {
  std::vector<std::string> codes;
  for (const auto& row : rows) codes.emplace_back(row.code);
  return join(codes, ", ");
}

template <class Rows, class Value>
Result<Value> one_of(const Arguments& arguments, std::string_view option, const Rows& rows, std::optional<Value> (*from)(std::string_view), Value usual) {
  if (!arguments.has(option)) return usual;
  if (const auto value = from(arguments.get(option))) return *value;
  return refuse(Fault::invalid_input, fmt::format("{} takes one of {}, not \"{}\"", option, codes_of(rows), shorten(arguments.get(option), 40)));
}

/// --scope theme=Employment, or --scope whole.
Result<void> read_scope(const Arguments& arguments, ReportSpec& spec) {
  const auto text = arguments.get("--scope");
  const auto equals = std::min(text.find('='), text.size());
  const auto scope = report_scope_from(text.empty() ? "whole" : text.substr(0, equals));
  spec.of = text.substr(std::min(equals + 1, text.size()));
  if (!scope || (*scope == ReportScope::whole) != spec.of.empty())
    return refuse(Fault::invalid_input, fmt::format("--scope takes SCOPE=NAME with a scope of {}, such as theme=Employment, not \"{}\"", codes_of(kReportScopes), shorten(text, 60)));
  spec.scope = *scope;
  return {};
}

Result<ReportSpec> read_spec(const Arguments& arguments) {
  const auto kind = one_of(arguments, "--kind", kReportKinds, report_kind_from, ReportKind::quarterly);
  if (!kind) return tl::unexpected(kind.error());
  const auto profile = one_of(arguments, "--profile", kReportProfiles, report_profile_from, ReportProfile::none);
  if (!profile) return tl::unexpected(profile.error());
  ReportSpec spec{*kind, arguments.get("--period"), ReportScope::whole, "", *profile};
  if (auto read = read_scope(arguments, spec); !read) return tl::unexpected(read.error());
  return spec;
}

struct Tongues {
  Language written = Language::en;
  bool both = false;
};
Result<Tongues> read_language(const Arguments& arguments) {
  const auto text = arguments.get("--language");
  if (text.empty() || text == "en") return Tongues{};
  if (text == "cy") return Tongues{Language::cy, true};
  if (text == "both") return Tongues{Language::en, true};
  return refuse(Fault::invalid_input, fmt::format("--language takes en, cy or both, not \"{}\"", shorten(text, 20)));
}

/// Frozen before, or now: either way its bytes never change.
Result<void> freeze(Call& call, const tasks::Workspace& w, const ReportSpec& spec, bool both) {
  const auto actor = tasks::operator_of_the_machine();
  const auto slug = call.arguments.get("PLAN");
  if (const auto frozen = tasks::find_edition(w, slug, edition_name(spec), View::live)) {
    call.err << fmt::format("{}: frozen on {} already; these are its bytes\n", frozen->name, frozen->frozen.iso());
    return {};
  }
  const auto frozen = tasks::freeze_edition(w, actor, slug, spec, both);
  if (!frozen) return tl::unexpected(frozen.error());
  call.err << fmt::format("{}: frozen\n", frozen->name);
  return {};
}

}  // namespace

Result<int> report_command(Call& call) {
  const auto& arguments = call.arguments;
  const auto spec = read_spec(arguments);
  if (!spec) return tl::unexpected(spec.error());
  const auto format = arguments.get("--format");
  if (tasks::find_report_format(format) == nullptr)
    return refuse(Fault::invalid_input, fmt::format("--format takes {}, not \"{}\"", tasks::report_format_names(), shorten(format, 20)));
  const auto language = read_language(arguments);
  if (!language) return tl::unexpected(language.error());
  auto data = open_data(call, Machine::Opening::must_exist);
  if (!data) return tl::unexpected(data.error());
  const auto& w = (*data)->workspace();
  if (arguments.has("--freeze"))
    if (auto done = freeze(call, w, *spec, language->both); !done) return tl::unexpected(done.error());
  const auto bytes = tasks::report_file(w, tasks::operator_of_the_machine(), arguments.get("PLAN"), *spec, format, language->written);
  if (!bytes) return tl::unexpected(bytes.error());
  return deliver(call, *bytes);
}

Result<int> publish_command(Call& call) {
  const auto today = call.arguments.day("--today");
  if (!today) return tl::unexpected(today.error());
  const PublishSettings settings{call.arguments.get("--data"), call.arguments.get("--to"), squeeze(valid_utf8(call.arguments.get("--name"))),
                                 call.arguments.get("--at"), *today};
  const auto files = call.machine.publish(settings);
  if (!files) return tl::unexpected(files.error());
  call.out << fmt::format("{}: {} files\n", settings.to, *files);
  return 0;
}

}  // namespace makegood::cli
