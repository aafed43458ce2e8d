#pragma once
// What a command accepts, as data, and what a person gave it. The parsing itself is CLI11's,
// in arguments.cc only.

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/base.h"

namespace makegood::cli {

enum class Takes { nothing, value, values };  ///< values: may be given again

/// One option ("--data") or positional ("FILE", written in capitals).
struct OptionSpec {
  std::string_view name;
  std::string_view help;
  Takes takes = Takes::value;
  bool required = false;
};

/// One command. `name` may be several words ("try timescale", "register token list"): all but the last are then groups.
struct CommandSpec {
  std::string_view name;
  std::string_view summary;
  std::string_view example;
  std::vector<OptionSpec> options;
};

class Arguments {
 public:
  std::map<std::string, std::string, std::less<>> values;

  [[nodiscard]] bool has(std::string_view name) const { return values.contains(name); }
  /// Empty when it was not given.
  [[nodiscard]] std::string get(std::string_view name) const;
  /// Each of an option that may be given again.
  [[nodiscard]] std::vector<std::string> all(std::string_view name) const;
  [[nodiscard]] Result<std::optional<int>> year(std::string_view name) const;
  [[nodiscard]] Result<std::optional<Day>> day(std::string_view name) const;
};

struct Parsed {
  std::string_view command;    ///< empty when `text` is to be shown instead
  Arguments arguments;
  std::string text;            ///< help, or what is wrong
  bool wrong = false;
};

/// `args` without the program's name.
[[nodiscard]] Parsed parse(const std::vector<CommandSpec>& commands, const std::vector<std::string>& args,
                           std::string_view version);

}  // namespace makegood::cli
