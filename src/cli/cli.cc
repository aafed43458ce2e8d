#include "cli/cli.h"

#include <exception>

#include "cli/calc_command.h"
#include "cli/command.h"
#include "cli/version.h"

namespace makegood::cli {
namespace {

constexpr OptionSpec kData{"--data", "folder that holds the database", Takes::value, true};
constexpr OptionSpec kToday{"--today", "the day to reckon from, YYYY-MM-DD"};
constexpr OptionSpec kAsOf{"--as-of", "the year that a date without one means, YYYY"};
constexpr OptionSpec kOut{"-o", "file to write to, instead of the screen"};
constexpr OptionSpec kFile{"FILE", "the document", Takes::value, true};
constexpr OptionSpec kItem{"ITEM", "the item's id, as in its address", Takes::value, true};
constexpr OptionSpec kUnmatched{"--unmatched", "list the owners named in plans whom no letter reaches, and why", Takes::nothing};
constexpr OptionSpec kPlan{"PLAN", "the plan's short name, as in its address", Takes::value, true};

struct Row {
  CommandSpec spec;
  Command command;
};

// One row a command: its name, what it does, an example, what it takes, and its function.
std::vector<Row> make_rows() {
  std::vector<Row> made = {
      {{"extract", "Read one document and print what is in it as JSON; touches no database", "extract plan.docx",
        {kFile, kAsOf,
         {"--column", "what a column means, HEADER=MEANING such as \"Lead=owner\"; may be given again", Takes::values}, kOut}},
       extract_command},
      {{"import", "Read one document into a database as a proposed change",
        "import plan.docx --data DIR --accept",
        {kFile, kData, {"--plan", "the plan's short name; made from its title when absent"}, kAsOf,
         {"--accept", "apply it at once; the plan stays private", Takes::nothing},
         {"--release", "apply it at once and make the plan public", Takes::nothing}, kToday}}, import_command},
      {{"export", "Write a plan out", "export our-plan --data DIR --format docx -o our-plan.docx",
        {kPlan, kData, {"--format", "json, csv, xlsx, docx, md or datapackage", Takes::value, true},
         {"--profile", "with csv: a JSON file that says which columns another system wants"}, kToday, kOut}}, export_command},
      {{"status", "What the calendar says about every item, as CSV", "status our-plan --data DIR --today 2026-11-22",
        {kPlan, kData, kToday, kOut}}, status_command},
      {{"report", "Write the committee's report on a plan, or freeze it as an edition",
        "report our-plan --data DIR --kind quarterly --period 2023-Q2 --format docx -o report.docx",
        {kPlan, kData, {"--kind", "quarterly, six-monthly, annual or final", Takes::value, true},
         {"--period", "2023-Q2, 2023-H1 or 2023; or a month or day that the period ends with, 2023-12", Takes::value, true},
         {"--format", "html, docx, xlsx, md or json", Takes::value, true},
         {"--scope", "a part of the plan, SCOPE=NAME such as theme=Employment: theme, directorate, partner, lead-authority or portfolio-holder"},
         {"--profile", "a duty in law that it serves too, such as england-equality-information or wales-annual"},
         {"--language", "en, cy or both; an edition in Welsh is frozen in English too"},
         {"--freeze", "keep its bytes for good, as an edition that the public sees", Takes::nothing}, kToday, kOut}}, report_command},
      {{"publish", "Write the public site as files that any web server can serve", "publish --data DIR --to OUT",
        {kData, {"--to", "the folder; what an earlier publish left in it is replaced", Takes::value, true},
         {"--name", "the council's name, at the top of every page"},
         {"--at", "the address where the site will stand, such as https://plans.example.gov.uk"}, kToday}}, publish_command},
      {{"release", "Make a plan public as it stands", "release our-plan --data DIR", {kPlan, kData, kToday}},
       release_command},
      {{"withdraw", "Make a plan private again; what was public stays in the ledger",
        "withdraw our-plan --data DIR --reason \"Published too early\"",
        {kPlan, kData, {"--reason", "why, for the history", Takes::value, true}, kToday}}, withdraw_command},
      {{"share", "Show an item in another plan too, without copying it",
        "share our-plan k3v7x0q2mb --in schools-plan --data DIR --reason \"The schools carry it out\"",
        {kPlan, kItem, {"--in", "the other plan's short name", Takes::value, true}, kData,
         {"--theme", "the other plan's theme that it stands under, by its id"}, {"--reason", "why, for the history"}, kToday}}, share_command},
      {{"unshare", "Take an item out of another plan; its own keeps it",
        "unshare our-plan k3v7x0q2mb --in schools-plan --data DIR --reason \"The schools have their own\"",
        {kPlan, kItem, {"--in", "the other plan's short name", Takes::value, true}, kData,
         {"--reason", "why, for the history", Takes::value, true}, kToday}}, unshare_command},
      {{"ask", "Ask for what is due that day, once: updates of a plan, returns to registers; and tell of new signals", "ask our-plan --data DIR --today 2026-11-22 --mail letters",
        {{"PLAN", "the plan's short name; without it registers only"}, kData, {"--also", "another plan, in the same letters; may be given again", Takes::values}, kToday,
         {"--mail", "folder to write the letters to as .eml files; without it they wait in the outbox"},
         {"--at", "the address that people use, such as https://plans.example.gov.uk; the links lead there"}}}, ask_command},
      {{"cycle", "Show or set how often the owners of a plan are asked", "cycle our-plan --data DIR --set quarterly --escalate-to \"Director of Policy\"",
        {kPlan, kData,
         {"--set", "monthly, quarterly, six-monthly, annual or named-dates"},
         {"--date", "with named-dates: a day on which answers are due, YYYY-MM-DD; may be given again", Takes::values},
         {"--open-days", "days from opening to closing"},
         {"--remind", "reminders, such as \"10 after opening, 7 before closing\""},
         {"--escalate", "when silence is brought to somebody, such as \"3 before closing\""},
         {"--escalate-to", "the post that it is brought to"},
         {"--lock-days", "days after closing in which late answers may be taken down"},
         {"--officer", "the post whose partners are asked in its place"}, kToday, kOut}}, cycle_command},
      {{"people import", "Bring a directory of posts, their holders and addresses in from a spreadsheet",
        "people import directory.csv --data DIR",
        {{"FILE", "CSV or a workbook: post, person, email, organisation, language"}, kData,
         {"--dry-run", "say what it would change, and change nothing", Takes::nothing}, kUnmatched, kToday, kOut}}, people_import_command},
      {{"people list", "Print the directory as CSV, as people import reads it; makegood people alone does it too",
        "people list --data DIR", {kData, kUnmatched, kToday, kOut}}, people_list_command},
      {{"people grant", "Give somebody in the directory a role", "people grant housing@aberllyn.example scrutineer --plan our-plan --data DIR",
        {{"EMAIL", "their address in the directory", Takes::value, true},
         {"ROLE", "coordinator, owner, contributor, scrutineer, analyst, publisher, monitoring_officer, handler or operator", Takes::value, true}, kData,
         {"--plan", "for this plan alone, by its short name"}, {"--organisation", "for the items of this organisation alone"},
         {"--end", "the role ends: yesterday was its last day", Takes::nothing}, {"--reason", "why, for the ledger"}, kToday}}, people_grant_command},
      {{"people erase", "Take somebody out of the directory for good", "people erase housing@aberllyn.example --reason \"request of 3 July 2023\" --data DIR",
        {{"EMAIL", "their address in the directory", Takes::value, true}, kData, {"--reason", "why, for the ledger; names nobody"},
         {"--dry-run", "say what would go, and change nothing", Takes::nothing}, kToday}}, people_erase_command},
      {{"register list", "Print the registers that come with the program and those in use, as CSV", "register list --data DIR",
        {{"--data", "folder with the database; without it, what comes with the program"}, kToday, kOut}}, register_list_command},
      {{"register check", "Check the definition of a register; each fault is named with its line", "register check our-register.json",
        {{"FILE", "a definition, or the name of a register that comes with the program", Takes::value, true}}}, register_check_command},
      {{"register add", "Take a register into use, or a changed definition of it", "register add school-incidents --data DIR",
        {{"FILE", "a definition, or the name of a register that comes with the program", Takes::value, true}, kData, kToday}}, register_add_command},
      {{"register open", "Record that a register's data protection impact assessment is approved, so that records come in",
        "register open school-incidents --data DIR --by \"Data protection officer\" --reference DPIA-14",
        {{"NAME", "the register", Takes::value, true}, kData, {"--by", "the named person or post that approved it", Takes::value, true},
         {"--reference", "where the assessment is kept", Takes::value, true}, {"--on", "the day of the approval, YYYY-MM-DD; today when absent"}, kToday}}, register_open_command},
      {{"register expect", "Say whose returns a register expects; those that are not named are no longer",
        "register expect school-incidents --data DIR --organisation \"Harbour Hill School\"",
        {{"NAME", "the register", Takes::value, true}, kData, {"--organisation", "an organisation of the directory; may be given again", Takes::values}, kToday}}, register_expect_command},
      {{"register import", "Bring an extract of another system into a register: all of it, or nothing",
        "register import school-incidents extract.csv --data DIR --dry-run",
        {{"NAME", "the register", Takes::value, true}, {"FILE", "CSV or a workbook with a header", Takes::value, true}, kData,
         {"--dry-run", "look, and bring nothing in", Takes::nothing}, {"--organisation", "whose the file is, where no column says"},
         {"--column", "HEADING=FIELD: what a column means; may be given again, for another field too", Takes::values},
         {"--set", "FIELD=VALUE: what holds for every row, where no column says; may be given again", Takes::values},
         {"--rejects", "file to set faulty rows aside in; the others come in"}, kToday}}, register_import_command},
      {{"register export", "Print the records of a register as CSV, as register import reads them", "register export school-incidents --data DIR -o records.csv",
        {{"NAME", "the register", Takes::value, true}, kData, kToday, kOut}}, register_export_command},
      {{"register token list", "Print the tokens under which other systems use a register, as CSV", "register token list school-incidents --data DIR",
        {{"NAME", "the register", Takes::value, true}, kData, kToday, kOut}}, register_token_list_command},
      {{"register token new", "Make a token for another system; it is printed this once",
        "register token new school-incidents --data DIR --system \"School information system\" --organisation \"Harbour Hill School\" --role contributor --read --write --until 2027-07-31",
        {{"NAME", "the register", Takes::value, true}, kData, {"--system", "what speaks under the token", Takes::value, true},
         {"--organisation", "whose records it reaches, by id or name; needed where records belong to organisations"},
         {"--role", "the role that it acts with; may be left out where the register names one only"},
         {"--read", "it may read records", Takes::nothing}, {"--write", "it may send in and change records", Takes::nothing},
         {"--until", "its last day, YYYY-MM-DD, within two years", Takes::value, true}, kToday}}, register_token_new_command},
      {{"register token revoke", "End a token at once", "register token revoke school-incidents k3v9x2m7qa --data DIR",
        {{"NAME", "the register", Takes::value, true}, {"TOKEN", "its number, as register token list prints it", Takes::value, true}, kData, kToday}}, register_token_revoke_command},
      {{"register retention", "Print the records that are past their retention as CSV, and those that a legal hold keeps",
        "register retention school-incidents --data DIR",
        {{"NAME", "the register; all of them when absent", Takes::value}, kData, {"--apply", "empty them all in one step", Takes::nothing}, kToday, kOut}}, register_retention_command},
      {{"register signals", "Print what in a register is worth watching: rises, what is overdue or missing, silence",
        "register signals school-incidents --data DIR --today 2026-05-01",
        {{"NAME", "the register", Takes::value, true}, kData, kToday, kOut}}, register_signals_command},
      {{"register monitor", "Print or name the post that watches over a register: it is told of signals and of missing returns",
        "register monitor school-incidents --data DIR --post \"Head of Education, Aberllyn Council\"",
        {{"NAME", "the register", Takes::value, true}, kData, {"--post", "the post, as the directory has it; empty = nobody"}, kToday}}, register_monitor_command},
      {{"register reminders", "Print or set when organisations whose return is missing are reminded, and when silence is brought to who watches",
        "register reminders school-incidents --data DIR --remind \"5 after opening, 7 before closing\" --escalate \"2 before closing\"",
        {{"NAME", "the register", Takes::value, true}, kData, {"--remind", "reminders, such as \"10 after opening, 7 before closing\"; empty = none"},
         {"--escalate", "when silence is brought to the post that watches, such as \"3 before closing\""}, kToday}}, register_reminders_command},
      {{"register counts", "Count the records of a register by coded fields, as CSV that calc reads; not for publication",
        "register counts complaints --data DIR --by service,decision",
        {{"NAME", "the register", Takes::value, true}, kData, {"--by", "the fields, with commas between; may be given again", Takes::values},
         {"--over", "print series for calc spc: month, quarter, term, half_year, year or academic_year"},
         {"--from", "count from this day on, YYYY-MM-DD"}, {"--until", "count until this day, YYYY-MM-DD"}, kToday, kOut}}, register_counts_command},
      {{"register composition", "Print who sits on a group on a day, by category, sector and organisation, as CSV; not for publication",
        "register composition memberships --group FOLLOW --at 2026-03-01 --data DIR",
        {{"NAME", "the register that says who is a member", Takes::value, true}, kData, {"--group", "the short name of the group; the first of them when absent"},
         {"--at", "the day, YYYY-MM-DD; today when absent"}, kToday, kOut}}, register_composition_command},
      {{"register sample", "Draw records for a panel by a number, so that nobody can have chosen them; prints their ids",
        "register sample stop-and-search --data DIR --size 20 --number 4711",
        {{"NAME", "the register", Takes::value, true}, kData, {"--number", "drawn in public: the same number draws the same records", Takes::value, true},
         {"--size", "how many; 20 when absent"}, {"--from", "of this day or later, YYYY-MM-DD"}, {"--until", "until this day, YYYY-MM-DD"}, kToday, kOut}}, register_sample_command},
      {{"framework open", "Open a round in which the criteria of a framework are assessed", "framework open eflg-2026 --data DIR --round 2026 --aim achieving",
        {kPlan, kData, {"--round", "what the round is called, such as the year", Takes::value, true}, {"--aim", "code of the level aimed at; the highest when absent"},
         {"--again", "when it is to be looked at again, YYYY-MM-DD"}, kToday}}, framework_open_command},
      {{"framework rate", "Bring assessors' words into the open round: all of them, or nothing", "framework rate eflg-2026 ratings.csv --data DIR --dry-run",
        {kPlan, {"FILE", "CSV or a workbook: criterion, assessor, level, reasons, evidence", Takes::value, true}, kData,
         {"--dry-run", "look, and bring nothing in", Takes::nothing}, kToday}}, framework_rate_command},
      {{"framework status", "Print how the criteria stand in a round, as CSV", "framework status eflg-2026 --data DIR",
        {kPlan, kData, {"--round", "which; the last when absent"}, kToday, kOut}}, framework_status_command},
      {{"framework agree", "Write down the level that the assessors of a criterion agree on", "framework agree eflg-2026 1.1 developing --data DIR --reasons \"After a talk\"",
        {kPlan, {"CRITERION", "its reference, id or title", Takes::value, true}, {"LEVEL", "the level's code or title", Takes::value, true}, kData,
         {"--reasons", "how they came to it; needed where they differ"}, kToday}}, framework_agree_command},
      {{"framework close", "Close the open round, once every difference is agreed", "framework close eflg-2026 --data DIR", {kPlan, kData, kToday}}, framework_close_command},
      {{"try timescale", "Show how a date is read, as JSON", "try timescale \"Q4 2022/23\"",
        {{"TEXT", "the words", Takes::value, true}, kAsOf, {"--json", "print JSON (it always does)", Takes::nothing}}},
       try_timescale_command},
      {{"sign-in", "Print a fresh one-time link for the first coordinator", "sign-in --data DIR",
        {kData, {"--at", "the address that people use, such as https://plans.example.gov.uk"},
         {"--person", "the e-mail address of somebody in the directory: their link instead"}}}, sign_in_command},
      {{"sign-out", "Sign somebody out everywhere and make their links void", "sign-out --data DIR --person housing@aberllyn.example",
        {kData, {"--person", "their e-mail address", Takes::value, true}}}, sign_out_command},
      {{"serve", "Run the web application", "serve --data DIR --listen 127.0.0.1:8080",
        {kData, {"--listen", "ADDRESS:PORT, 127.0.0.1:8080 when absent"}, kToday,
         {"--name", "the council's name, at the top of every page"},
         {"--at", "the address that people use, such as https://plans.example.gov.uk; links in letters lead there"},
         {"--mail", "folder that letters are written to as .eml files; DIR/mail when absent"},
         {"--smtp", "mail server that letters go to, such as smtp://mail.example:587 (user and password by the environment)"},
         {"--mail-from", "the address that letters come from; every item's page names it as where to write to"},
         {"--clamd", "where clamd listens, which looks for viruses in evidence: a socket's path, or 127.0.0.1:3310"},
         {"--behind-https", "a proxy in front speaks HTTPS", Takes::nothing},
         {"--sso-header", "the header in which the council's single sign-on says who it is, such as X-Remote-User"},
         {"--sso-from", "the addresses of the proxy that sets it, with commas between"},
         {"--sso-secret-file", "a file with the secret that the proxy sends in X-Proxy-Secret, 32 characters or more"}}}, serve_command},
      {{"verify", "Check the whole ledger chain", "verify --data DIR", {kData}}, verify_command},
      {{"rebuild", "Recreate every derived table from the ledger", "rebuild --data DIR", {kData}}, rebuild_command},
      {{"erase", "Take the payload of one ledger entry out; the chain still holds",
        "erase 12 --data DIR --reason \"Data-protection request\"",
        {{"ENTRY", "the entry's number", Takes::value, true}, kData, {"--reason", "why", Takes::value, true}}},
       erase_command},
      {{"backup", "Copy the database while it is in use", "backup monday.db --data DIR", {kFile, kData}}, backup_command},
      {{"restore", "Put a backup into an empty folder", "restore monday.db --data DIR", {kFile, kData}}, restore_command},
  };
  for (auto& spec : calc_commands()) made.push_back({std::move(spec), calc_command});
  return made;
}

const std::vector<Row>& rows() {
  static const std::vector<Row> kRows = make_rows();
  return kRows;
}

Command command_named(std::string_view name) {
  for (const auto& row : rows())
    if (row.spec.name == name) return row.command;
  return nullptr;
}

int refused(std::ostream& err, const Refusal& refusal) {
  err << "makegood: " << squeeze(refusal.line()) << '\n';
  return 2;
}

}  // namespace

std::vector<CommandSpec> commands() {
  std::vector<CommandSpec> specs;
  for (const auto& row : rows()) specs.push_back(row.spec);
  return specs;
}

int run(const std::vector<std::string>& args, Machine& machine, std::ostream& out, std::ostream& err) {
  try {
    const auto parsed = parse(commands(), args, kVersion);
    if (parsed.wrong) return refused(err, {Fault::invalid_input, parsed.text + " (makegood --help explains)", {}});
    if (parsed.command.empty()) {
      out << parsed.text;
      return 0;
    }
    Call call{parsed.arguments, machine, out, err, parsed.command};
    const auto status = command_named(parsed.command)(call);
    return status ? *status : refused(err, status.error());
  } catch (const std::exception& error) {
    err << "makegood: breakdown: " << error.what() << '\n';
    return 70;
  }
}

}  // namespace makegood::cli
