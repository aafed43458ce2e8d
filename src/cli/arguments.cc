#include "cli/arguments.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <memory>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace makegood::cli {
namespace {

/// Where CLI11 leaves what it read, until it is copied into Arguments.
struct Slot {
  std::string_view command, name;
  std::string value;
  bool given = false;
  CLI::Option* option = nullptr;
};

using Slots = std::vector<std::unique_ptr<Slot>>;

bool is_positional(std::string_view name) { return !name.starts_with('-'); }

void add_option(CLI::App& app, const CommandSpec& command, const OptionSpec& spec, Slots& slots) {
  auto slot = std::make_unique<Slot>(Slot{command.name, spec.name, {}, false, nullptr});
  const std::string name(spec.name), help(spec.help);
  slot->option = spec.takes == Takes::nothing ? app.add_flag(name, slot->given, help) : app.add_option(name, slot->value, help);
  if (spec.required || is_positional(spec.name)) slot->option->required(spec.required);
  if (spec.takes == Takes::values) slot->option->multi_option_policy(CLI::MultiOptionPolicy::Join)->type_name("VALUE");
  if (spec.takes == Takes::value && !is_positional(spec.name)) slot->option->type_name("VALUE");
  slots.push_back(std::move(slot));
}

struct GroupWords {
  std::string_view group, about;
};
constexpr auto kGroups = std::to_array<GroupWords>({
    {"calc", "Statistics of a CSV file: what it has, and columns to the right of it"},
    {"framework", "Rounds in which the criteria of a framework are assessed, by several people"},
    {"people", "The directory: posts, who holds them, who may do what"},
    {"register", "Registers: what they ask, the records in them, and who may use them"},
    {"register token", "Tokens under which other systems use a register"},
    {"try", "Windows on single functions"},
});

std::string_view about_group(std::string_view group) {
  const auto found = std::find_if(kGroups.begin(), kGroups.end(), [&](const GroupWords& g) { return g.group == group; });
  return found == kGroups.end() ? std::string_view() : found->about;
}

/// The group of a command, made where it is not there yet: all words of its name but the last, each in the one before.
CLI::App& group_of(CLI::App& root, std::string_view name) {
  const auto space = name.rfind(' ');
  if (space == std::string_view::npos) return root;
  const auto group = name.substr(0, space);
  auto& outside = group_of(root, group);
  const std::string word(group.substr(group.rfind(' ') + 1));
  for (auto* known : outside.get_subcommands([](CLI::App*) { return true; }))
    if (known->get_name() == word) return *known;
  auto* made = outside.add_subcommand(word, std::string(about_group(group)));
  made->require_subcommand(1);
  return *made;
}

CLI::App* add_command(CLI::App& root, const CommandSpec& command, Slots& slots) {
  const auto last = command.name.substr(command.name.rfind(' ') + 1);
  auto* app = group_of(root, command.name).add_subcommand(std::string(last), std::string(command.summary));
  app->footer("Example:\n  makegood " + std::string(command.example));
  for (const auto& option : command.options) add_option(*app, command, option, slots);
  return app;
}

Arguments collect(const Slots& slots, std::string_view command) {
  Arguments arguments;
  for (const auto& slot : slots)
    if (slot->command == command && slot->option->count() > 0) arguments.values[std::string(slot->name)] = slot->value;
  return arguments;
}

// "calc wilson": a word that its group does not know, answered with the words that it knows.
std::string unknown_in_group(const std::vector<CommandSpec>& commands, const std::vector<std::string>& args) {
  if (args.size() < 2 || args[1].starts_with('-')) return {};
  std::vector<std::string> known;
  for (const auto& command : commands) {
    if (!command.name.starts_with(args[0] + " ")) continue;
    auto word = split(command.name, ' ')[1];
    if (known.empty() || known.back() != word) known.push_back(std::move(word));
  }
  if (known.empty() || std::find(known.begin(), known.end(), args[1]) != known.end()) return {};
  return fmt::format("{} has no \"{}\"; it has {}", args[0], args[1], join(known, ", "));
}

// "people --unmatched" is "people list --unmatched": a group alone lists, where it can.
std::vector<std::string> with_list(const std::vector<CommandSpec>& commands, std::vector<std::string> args) {
  const bool has_option = args.size() > 1 && args[1].starts_with("--") && args[1] != "--help";
  if (has_option && std::any_of(commands.begin(), commands.end(), [&](const CommandSpec& c) { return c.name == args[0] + " list"; }))
    args.insert(args.begin() + 1, "list");
  return args;
}

}  // namespace

std::string Arguments::get(std::string_view name) const {
  const auto found = values.find(name);
  return found == values.end() ? std::string() : found->second;
}

std::vector<std::string> Arguments::all(std::string_view name) const {
  return has(name) ? split(get(name), '\n') : std::vector<std::string>{};
}

Result<std::optional<int>> Arguments::year(std::string_view name) const {
  if (!has(name)) return std::optional<int>();
  const auto text = get(name);
  int year = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), year);
  if (error != std::errc() || end != text.data() + text.size() || year < 1900 || year > 2200)
    return refuse(Fault::invalid_input, fmt::format("{} takes a year such as 2023, not \"{}\"", name, text));
  return std::optional(year);
}

Result<std::optional<Day>> Arguments::day(std::string_view name) const {
  if (!has(name)) return std::optional<Day>();
  auto day = Day::parse(get(name));
  if (!day) return refuse(Fault::invalid_input, fmt::format("{}: {}", name, day.error().message));
  return std::optional(*day);
}

Parsed parse(const std::vector<CommandSpec>& commands, const std::vector<std::string>& given, std::string_view version) {
  const auto args = with_list(commands, given);
  if (auto wrong = unknown_in_group(commands, args); !wrong.empty()) return {{}, {}, std::move(wrong), true};
  CLI::App root("Makegood: adopted plans, tracked in the open", "makegood");
  root.set_version_flag("--version", std::string(version));
  root.require_subcommand(1);
  Slots slots;
  std::vector<std::pair<CLI::App*, std::string_view>> apps;
  for (const auto& command : commands) apps.emplace_back(add_command(root, command, slots), command.name);
  try {
    root.parse(std::vector<std::string>(args.rbegin(), args.rend()));
  } catch (const CLI::CallForHelp&) {
    return {{}, {}, root.help(), false};
  } catch (const CLI::CallForVersion&) {
    return {{}, {}, std::string(version) + "\n", false};
  } catch (const CLI::ParseError& error) {
    return {{}, {}, error.what(), true};
  }
  for (const auto& [app, name] : apps)
    if (app->parsed()) return {name, collect(slots, name), {}, false};
  return {{}, {}, root.help(), false};
}

}  // namespace makegood::cli
