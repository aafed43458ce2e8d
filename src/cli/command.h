#pragma once
// What every command is given, and what several of them share.

#include <functional>

#include "cli/cli.h"
#include "extract/reading.h"

namespace makegood::cli {

struct Call {
  const Arguments& arguments;
  Machine& machine;
  std::ostream& out;
  std::ostream& err;
  std::string_view command;  ///< "calc proportion"
};

/// The exit status, or a refusal (2).
using Command = Result<int> (*)(Call& call);

/// The bytes of a file; refuses what is not there, is a folder, or is larger than `limit`.
[[nodiscard]] Result<std::string> read_file(const std::string& path, std::uintmax_t limit);
/// To `-o FILE` where it was given (written beside, then moved into place), else to stdout.
[[nodiscard]] Result<int> deliver(Call& call, const std::function<void(std::ostream&)>& write);
[[nodiscard]] Result<int> deliver(Call& call, std::string_view bytes);
/// Written beside, then moved into place.
[[nodiscard]] Result<void> write_file(const std::string& path, const std::function<void(std::ostream&)>& write);
[[nodiscard]] Result<std::unique_ptr<Data>> open_data(Call& call, Machine::Opening opening);

/// What --column says about columns. Refuses: not HEADER=MEANING, an unknown meaning -> invalid_input.
[[nodiscard]] Result<GivenReading> given_reading(const Arguments& arguments);
/// Refuses: a header that no table has -> invalid_input.
[[nodiscard]] Result<void> all_found(const GivenReading& given, const std::vector<ReadTable>& tables);
/// What the clock of this data says, which --today may have set.
[[nodiscard]] Day today_of(const Data& data);

/// The file's name without its folders.
[[nodiscard]] std::string name_of(const std::string& path);

/// What is due today about returns and signals of registers; how many letters.
[[nodiscard]] Result<int> chase_registers(Call& call, const tasks::Workspace& workspace);

Result<int> extract_command(Call& call);
Result<int> import_command(Call& call);
Result<int> export_command(Call& call);
Result<int> status_command(Call& call);
Result<int> report_command(Call& call);
Result<int> publish_command(Call& call);
Result<int> release_command(Call& call);
Result<int> withdraw_command(Call& call);
Result<int> share_command(Call& call);
Result<int> unshare_command(Call& call);
Result<int> ask_command(Call& call);
Result<int> cycle_command(Call& call);
Result<int> people_import_command(Call& call);
Result<int> people_list_command(Call& call);
Result<int> people_grant_command(Call& call);
Result<int> people_erase_command(Call& call);
Result<int> register_list_command(Call& call);
Result<int> register_check_command(Call& call);
Result<int> register_add_command(Call& call);
Result<int> register_open_command(Call& call);
Result<int> register_expect_command(Call& call);
Result<int> register_import_command(Call& call);
Result<int> register_export_command(Call& call);
Result<int> register_token_list_command(Call& call);
Result<int> register_token_new_command(Call& call);
Result<int> register_token_revoke_command(Call& call);
Result<int> register_retention_command(Call& call);
Result<int> register_signals_command(Call& call);
Result<int> register_monitor_command(Call& call);
Result<int> register_reminders_command(Call& call);
Result<int> register_counts_command(Call& call);
Result<int> register_composition_command(Call& call);
Result<int> register_sample_command(Call& call);
Result<int> framework_open_command(Call& call);
Result<int> framework_rate_command(Call& call);
Result<int> framework_status_command(Call& call);
Result<int> framework_agree_command(Call& call);
Result<int> framework_close_command(Call& call);
Result<int> try_timescale_command(Call& call);
Result<int> sign_in_command(Call& call);
Result<int> sign_out_command(Call& call);
Result<int> serve_command(Call& call);
Result<int> verify_command(Call& call);
Result<int> rebuild_command(Call& call);
Result<int> erase_command(Call& call);
Result<int> backup_command(Call& call);
Result<int> restore_command(Call& call);

}  // namespace makegood::cli
