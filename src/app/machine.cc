#include <chrono>
#include <ostream>

#include <fmt/format.h>

#include "app/app.h"
#include "app/looker.h"
#include "app/sweeper.h"
#include "app/mail_settings.h"
#include "app/sender.h"
#include "app/static_folder.h"
#include "sandbox/sandbox.h"
#include "scan/scan.h"
#include "store/store.h"
#include "web/site/app.h"
#include "web/site/static_site.h"

namespace makegood::app {
namespace {

PdfToJson pdf_reader_of_this_machine() {
  const auto program = find_program("makegood-pdf", "MAKEGOOD_PDF");
  if (!program) return {};
  return [filter = Filter{.program = *program, .what = "PDF"}](std::string_view pdf) { return run_filter(filter, pdf); };
}

/// The system's clock; the day may be set by the operator.
class SystemClock final : public tasks::Clock {
 public:
  explicit SystemClock(std::optional<Day> today) : today_(today) {}

  [[nodiscard]] tasks::Now now() const override {
    const auto time = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    return {time.time_since_epoch().count(), today_.value_or(Day(std::chrono::floor<std::chrono::days>(time)))};
  }

 private:
  std::optional<Day> today_;
};

class OpenStore final : public cli::Data {
 public:
  OpenStore(std::string folder, std::unique_ptr<store::Store> store, std::optional<Day> today)
      : folder_(std::move(folder)),
        store_(std::move(store)),
        clock_(today),
        workspace_{.ledger = store_->ledger(),
                   .plans = store_->plans(),
                   .people = store_->people(),
                   .progress = store_->progress(),
                   .publication = store_->publication(),
                   .cycles = store_->cycles(),
                   .indicators = store_->indicators(),
                   .registers = store_->registers(),
                   .api_tokens = store_->api_tokens(),
                   .care = store_->care(),
                   .imports = store_->imports(),
                   .sign_ins = store_->sign_ins(),
                   .outbox = store_->outbox(),
                   .subscriptions = store_->subscriptions(),
                   .drafts = store_->drafts(),
                   .quarantine = store_->quarantine(),
                   .accounts = store_->accounts(),
                   .access_log = store_->access_log(),
                   .filters = store_->filters(),
                   .sheets = store_->sheets(),
                   .forms = store_->forms(),
                   .random = store::system_random(),
                   .clock = clock_,
                   .pdf = pdf_reader_of_this_machine(),
                   .sources = std::make_shared<tasks::KeptSources>(),
                   .letterhead = letterhead_of({}, "", "http://localhost:8080")} {}

  [[nodiscard]] const tasks::Workspace& workspace() const override { return workspace_; }
  [[nodiscard]] const std::string& folder() const override { return folder_; }
  void set_mail(tasks::Letterhead letterhead, std::shared_ptr<tasks::Mailer> mailer) {
    workspace_.letterhead = std::move(letterhead);
    workspace_.mailer = std::move(mailer);
  }
  [[nodiscard]] Result<LedgerHead> backup(const std::string& file) override { return store_->backup(file); }

 private:
  std::string folder_;
  std::unique_ptr<store::Store> store_;
  SystemClock clock_;
  tasks::Workspace workspace_;
};

/// "http://127.0.0.1:8080"; an IPv6 address in brackets; any address as localhost.
std::string address_of(const cli::ServeSettings& settings, int port) {
  const bool any = settings.address == "0.0.0.0" || settings.address == "::";
  const bool six = settings.address.find(':') != std::string::npos;
  const auto host = any || settings.address == "127.0.0.1" ? "localhost" : six ? "[" + settings.address + "]" : settings.address;
  return fmt::format("http://{}:{}", host, port);
}

class LocalMachine final : public cli::Machine {
 public:
  [[nodiscard]] Result<std::unique_ptr<cli::Data>> open(const std::string& folder, Opening opening,
                                                        std::optional<Day> today) override {
    auto opened = open_store(folder, opening, today);
    if (!opened) return tl::unexpected(opened.error());
    return std::move(*opened);
  }

  [[nodiscard]] Result<std::shared_ptr<tasks::Mailer>> mailer(const cli::Data& data, const cli::MailSettings& settings) override {
    const auto& workspace = data.workspace();
    return make_mailer(settings, data.folder(), letterhead_of(settings, workspace.letterhead.from_name, workspace.letterhead.site), workspace.clock);
  }

  [[nodiscard]] Result<LedgerHead> restore(const std::string& file, const std::string& folder) override {
    return store::restore(file, folder);
  }

  [[nodiscard]] PdfToJson pdf_reader() override { return pdf_reader_of_this_machine(); }

  [[nodiscard]] Result<void> serve(const cli::ServeSettings& settings, std::ostream& messages) override {
    auto data = open_store(settings.data, Opening::make_if_missing, settings.today);
    if (!data) return tl::unexpected(data.error());
    const auto sso = single_sign_on(settings);
    if (!sso) return tl::unexpected(sso.error());
    const auto site = letterhead_of(settings.mail, settings.name, "").site;  // that people use; empty = nobody has said
    const auto letterhead = letterhead_of(settings.mail, settings.name, address_of(settings, settings.port));
    auto mailer = make_mailer(settings.mail, settings.data, letterhead, (*data)->workspace().clock);
    if (!mailer) return tl::unexpected(mailer.error());
    (*data)->set_mail(letterhead, *mailer);
    auto scanner = scanner_of(settings);
    if (!scanner) return tl::unexpected(scanner.error());
    auto workspace = (*data)->workspace();
    workspace.scanner = scanner->get();
    web::App app{workspace, {.council_name = settings.name, .base_url = site, .behind_https = settings.behind_https, .sso = *sso}};
    auto server = server_settings(settings, app);
    server.on_ready = [&](std::uint16_t port) { announce(settings, port, site, app.workspace, messages); };
    const Sender sender(workspace);  // they end before the store that they use
    const Looker looker(workspace);
    const Sweeper sweeper(workspace);
    return web::serve(
        server, [&](const web::Request& head) { return web::policy(app, head); },
        [&](const web::Request& request) { return web::answer(app, request); });
  }

  [[nodiscard]] Result<int> publish(const cli::PublishSettings& settings) override {
    auto data = open(settings.data, Opening::must_exist, settings.today);
    if (!data) return tl::unexpected(data.error());
    auto folder = StaticFolder::beside(settings.to);
    if (!folder) return tl::unexpected(folder.error());
    web::App site{(*data)->workspace(), {.council_name = settings.name, .base_url = settings.base_url, .is_static = true}};
    const auto files = web::static_site(site, [&](const std::string& path, std::string_view bytes) { return folder->write(path, bytes); });
    if (!files) return files;
    if (auto done = folder->swap_in(); !done) return tl::unexpected(done.error());
    return files;
  }

 private:
  static Result<web::SingleSignOn> single_sign_on(const cli::ServeSettings& settings) {
    if (settings.sso_header.empty()) return web::SingleSignOn{};
    return web::single_sign_on_from(settings.sso_header, settings.sso_from, settings.sso_secret);
  }

  static Result<std::unique_ptr<OpenStore>> open_store(const std::string& folder, Opening opening, std::optional<Day> today) {
    auto store = opening == Opening::must_exist ? store::Store::open_existing(folder, store::system_random())
                                                : store::Store::open(folder, store::system_random());
    if (!store) return tl::unexpected(store.error());
    return std::make_unique<OpenStore>(folder, std::move(*store), today);
  }

  static Result<std::unique_ptr<tasks::Scanner>> scanner_of(const cli::ServeSettings& settings) {
    if (settings.clamd.empty()) return std::unique_ptr<tasks::Scanner>();
    return scan::make_scanner(settings.clamd);
  }

  static web::ServerSettings server_settings(const cli::ServeSettings& settings, const web::App& app) {
    web::ServerSettings server;
    server.address = settings.address;
    server.port = static_cast<std::uint16_t>(settings.port);
    server.stop_on_signals = true;
    server.error_page = [&app](const web::Problem& problem) { return web::error_page(app, problem); };
    return server;
  }

  /// Says where it serves, and signs the coordinator in: whoever starts the server may. The link leads to the address that
  /// people use, where there is one: a browser elsewhere, or one that a proxy serves over HTTPS, would not keep the session.
  static void announce(const cli::ServeSettings& settings, std::uint16_t port, const std::string& site, const tasks::Workspace& workspace,
                       std::ostream& messages) {
    const auto listens = address_of(settings, port);
    const auto& address = site.empty() ? listens : site;
    messages << "Makegood serves " << listens << '\n';
    if (settings.today) messages << "It reckons from " << settings.today->in_words() << "; what is done now is written down with the real time\n";
    if (const auto token = tasks::make_sign_in_link(workspace, tasks::first_coordinator()))
      messages << "Sign in once, within 15 minutes: " << address << "/sign-in/" << *token << '\n';
    messages << std::flush;
  }
};

}  // namespace

std::unique_ptr<cli::Machine> make_machine() { return std::make_unique<LocalMachine>(); }

}  // namespace makegood::app
