// verify, rebuild, erase, backup, restore: keeping the one file.

#include <charconv>

#include <fmt/format.h>

#include "cli/command.h"

namespace makegood::cli {
namespace {

std::string head_line(const LedgerHead& head) { return fmt::format("entries: {}\nhead: {}\n", head.count, head.hash); }

Result<std::int64_t> entry_number(const Arguments& arguments) {
  const auto text = arguments.get("ENTRY");
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size() || number < 1)
    return refuse(Fault::invalid_input, fmt::format("ENTRY takes the number of a ledger entry, not \"{}\"", text));
  return number;
}

}  // namespace

Result<int> verify_command(Call& call) {
  auto data = open_data(call, Machine::Opening::must_exist);
  if (!data) return tl::unexpected(data.error());
  const auto report = (*data)->workspace().ledger.verify();
  if (!report) return tl::unexpected(report.error());
  call.out << head_line(report->head);
  if (report->fault.empty()) return 0;
  call.err << "makegood: " << report->fault << '\n';
  return 1;
}

Result<int> rebuild_command(Call& call) {
  auto data = open_data(call, Machine::Opening::must_exist);
  if (!data) return tl::unexpected(data.error());
  auto& ledger = (*data)->workspace().ledger;
  if (auto done = ledger.rebuild(); !done) return tl::unexpected(done.error());
  const auto head = ledger.head();
  if (!head) return tl::unexpected(head.error());
  call.out << head_line(*head);
  return 0;
}

Result<int> erase_command(Call& call) {
  const auto number = entry_number(call.arguments);
  if (!number) return tl::unexpected(number.error());
  auto data = open_data(call, Machine::Opening::must_exist);
  if (!data) return tl::unexpected(data.error());
  const auto done = tasks::erase_payload((*data)->workspace(), tasks::operator_of_the_machine(), *number,
                                         call.arguments.get("--reason"));
  if (!done) return tl::unexpected(done.error());
  call.out << fmt::format("erased the payload of entry {}\n", *number);
  return 0;
}

Result<int> backup_command(Call& call) {
  auto data = open_data(call, Machine::Opening::must_exist);
  if (!data) return tl::unexpected(data.error());
  const auto head = (*data)->backup(call.arguments.get("FILE"));
  if (!head) return tl::unexpected(head.error());
  call.out << head_line(*head);
  return 0;
}

Result<int> restore_command(Call& call) {
  const auto head = call.machine.restore(call.arguments.get("FILE"), call.arguments.get("--data"));
  if (!head) return tl::unexpected(head.error());
  call.out << head_line(*head);
  return 0;
}

}  // namespace makegood::cli
