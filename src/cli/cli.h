#pragma once
// cli: the command line. Results go to stdout (or `-o FILE`), messages to stderr; exit status 0
// done, 1 what was checked does not hold, 2 refused, 70 breakdown. One line per fault:
// "makegood: FILE: ...".
//
//   struct MyMachine : cli::Machine { ... };        // app has the real one
//   MyMachine machine;
//   std::ostringstream out, err;
//   int status = cli::run({"try", "timescale", "Q4 2022/23"}, machine, out, err);
//   for (const cli::CommandSpec& command : cli::commands()) document(command);
//   // out now holds one JSON object
//
// cli must not know the database or the server: Machine hands it what it needs.

#include <memory>
#include <ostream>
#include <string>
#include <vector>

#include "cli/arguments.h"
#include "ledger/ledger_store.h"
#include "tasks/tasks.h"

namespace makegood::cli {

/// A data folder that is open.
class Data {
 public:
  Data() = default;
  Data(const Data&) = delete;
  Data& operator=(const Data&) = delete;
  virtual ~Data() = default;
  [[nodiscard]] virtual const tasks::Workspace& workspace() const = 0;
  [[nodiscard]] virtual const std::string& folder() const = 0;
  [[nodiscard]] virtual Result<LedgerHead> backup(const std::string& file) = 0;
};

/// Where letters go and who they come from; what is empty is as the environment says.
struct MailSettings {
  std::string folder;  ///< .eml files; without it and a server, DIR/mail
  std::string smtp;    ///< a mail server's address
  std::string from;    ///< the sender's address
  std::string site;    ///< the address that people use: where links in letters lead
};

struct ServeSettings {
  std::string data;
  std::string address = "127.0.0.1";
  int port = 8080;
  std::string name;  ///< of the council, at the top of every page
  std::optional<Day> today;
  MailSettings mail;
  std::string clamd;         ///< where the virus scanner listens: a socket's path, or 127.0.0.1:3310; empty = there is none
  bool behind_https = false;  ///< a proxy speaks HTTPS: cookies are Secure and carry the __Host- prefix
};

struct PublishSettings {
  std::string data, to;
  std::string name;      ///< of the council, at the top of every page
  std::string base_url;  ///< where the site will stand, for feeds; may be empty
  std::optional<Day> today;
};

/// What the machine offers: folders, files and the server.
class Machine {
 public:
  Machine() = default;
  Machine(const Machine&) = delete;
  Machine& operator=(const Machine&) = delete;
  virtual ~Machine() = default;

  enum class Opening { make_if_missing, must_exist };
  [[nodiscard]] virtual Result<std::unique_ptr<Data>> open(const std::string& folder, Opening opening,
                                                           std::optional<Day> today) = 0;
  [[nodiscard]] virtual Result<LedgerHead> restore(const std::string& file, const std::string& folder) = 0;
  /// The transport that the settings ask for; for `tasks::send_waiting`.
  /// Refuses settings that contradict themselves or lack something -> invalid_input.
  [[nodiscard]] virtual Result<std::shared_ptr<tasks::Mailer>> mailer(const Data& data, const MailSettings& settings) = 0;
  /// Empty = this machine reads no PDF.
  [[nodiscard]] virtual PdfToJson pdf_reader() = 0;
  /// Returns when it was told to stop.
  [[nodiscard]] virtual Result<void> serve(const ServeSettings& settings, std::ostream& messages) = 0;
  /// Writes every public page and file into a folder; how many they are. All of it or nothing.
  [[nodiscard]] virtual Result<int> publish(const PublishSettings& settings) = 0;
};

/// Every command, as help and the reference show them.
[[nodiscard]] std::vector<CommandSpec> commands();

/// `args` without the program's name. Returns the exit status; the one place of the command line
/// that catches exceptions (70).
int run(const std::vector<std::string>& args, Machine& machine, std::ostream& out, std::ostream& err);

}  // namespace makegood::cli
