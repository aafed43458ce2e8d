// Coming in, one's own account, and who looked at what: for the golden files and for looking at.

#include <functional>

#include "pages/gallery.h"

namespace makegood::pages {
namespace {

const Viewer kHousing{.name = "housing@aberllyn.example", .csrf = "c5f"};

struct Made {
  std::string name;
  Url path;
  std::function<Html(const Site&)> make;
  bool signed_in = true;
};

SessionsPage sessions() {
  return {{{"5a1f", "p1", "housing@aberllyn.example", "mail", "192.0.2.7", "Firefox on Windows", "2026-06-01T08:55:00Z", "2026-06-01T09:40:00Z", true},
           {"9c20", "p1", "housing@aberllyn.example", "password", "198.51.100.0/64", "Safari on iPhone", "2026-05-31T21:10:00Z", "2026-05-31T21:20:00Z", false}}};
}

AccessLogPage access_log() {
  return {{{"2026-06-01T09:40:00Z", "equality@aberllyn.example", "people", "p1"},
           {"2026-06-01T09:12:00Z", "housing@aberllyn.example", "signed_in", "mail"},
           {"2026-06-01T09:10:00Z", "housing@aberllyn.example", "refused", "password"}},
          17};
}

std::vector<Made> coming_in() {
  return {
      {"sign-in", "/sign-in", [](const Site& site) { return sign_in_page({}, site); }, false},
      {"sign-in-council", "/sign-in", [](const Site& site) { return sign_in_page({.proxy = "housing@aberllyn.example"}, site); }, false},
      {"sign-in-fault", "/sign-in", [](const Site& site) { return sign_in_page({.address = "housing", .fault = {"email", "sign_in.fault.email"}}, site); }, false},
      {"sign-in-sent", "/sign-in/sent", sign_in_sent_page, false},
      {"sign-in-password", "/sign-in/password",
       [](const Site& site) {
         return password_sign_in_page({.address = "housing@aberllyn.example", .refusal = "the e-mail address or the password is not right"}, site);
       },
       false},
      {"sign-in-link", "/sign-in/abc", [](const Site& site) { return sign_in_link_page({"abc", "Coordinator", false, {}}, site); }, false},
      {"sign-in-code", "/sign-in/abc",
       [](const Site& site) {
         return sign_in_link_page({"abc", "housing@aberllyn.example", true, "that code is not right, or it was used already: wait for the next one"}, site);
       },
       false},
      {"sign-in-refused", "/sign-in/abc", sign_in_refused_page, false},
      {"sign-out", "/sign-out", sign_out_page},
      {"signed-out", "/sign-out", sign_out_page, false},
  };
}

std::vector<Made> own_account() {
  return {
      {"account", "/account",
       [](const Site& site) {
         return account_page({.name = "housing@aberllyn.example", .has_password = true, .has_codes = true, .recovery_codes = 9, .sessions = 2}, site);
       }},
      {"account-first", "/account", [](const Site& site) { return account_page({.name = "coordinator", .in_directory = false}, site); }},
      {"account-password", "/account/password",
       [](const Site& site) {
         return password_page({true, "the password is shorter than 12 characters: three words in a row will do", false}, site);
       }},
      {"account-codes-begin", "/account/codes", [](const Site& site) { return codes_page({.required = true}, site); }},
      {"account-codes", "/account/codes",
       [](const Site& site) {
         return codes_page({.secret = "MZXW 6YTB OI", .link = "otpauth://totp/Makegood:housing%40aberllyn.example?secret=MZXW6YTBOI&issuer=Makegood"}, site);
       }},
      {"account-codes-replaced", "/account/codes",
       [](const Site& site) {
         return codes_page({.secret = "MZXW 6YTB OI", .link = "otpauth://totp/Makegood:housing%40aberllyn.example?secret=MZXW6YTBOI&issuer=Makegood",
                            .replaces = true, .refusal = "that code is not right, or it was used already: wait for the next one", .asks_proof = true, .fault = "proof"}, site);
       }},
      {"account-recovery", "/account/codes", [](const Site& site) { return recovery_codes_page({"K7QM-2XPA-9DHR-W4TC", "0Z3N-8B6V-QK1J-5YGE"}, site); }},
      {"account-codes-off", "/account/codes/off", [](const Site& site) { return prove_page({CodeFor::switching_off, true, {}}, site); }},
      {"account-renew", "/account/recovery-codes", [](const Site& site) { return prove_page({CodeFor::renewing, true, {}}, site); }},
      {"account-sessions", "/account/sessions", [](const Site& site) { return sessions_page(sessions(), site); }},
      {"all-sessions", "/desk/sessions", [](const Site& site) { return all_sessions_page(sessions(), site); }},
      {"access-log", "/desk/access-log", [](const Site& site) { return access_log_page(access_log(), site); }},
  };
}

}  // namespace

std::vector<GalleryPage> gallery_sign_in(Language language) {
  std::vector<GalleryPage> pages;
  for (const auto& some : {coming_in(), own_account()})
    for (const auto& made : some) {
      Site site = gallery_site(language, made.path);
      if (made.signed_in) site.viewer = kHousing;
      pages.push_back({made.name, made.make(site)});
    }
  return pages;
}

}  // namespace makegood::pages
