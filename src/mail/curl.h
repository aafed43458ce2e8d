#pragma once
// libcurl, held in one place: one transfer after another over a handle that is freed at the end.

#include <memory>
#include <string>

#include <curl/curl.h>

namespace makegood::mail {

struct FreeCurl {
  void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
};
using CurlHandle = std::unique_ptr<CURL, FreeCurl>;

struct FreeList {
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using CurlList = std::unique_ptr<curl_slist, FreeList>;

/// A list of one more line.
inline CurlList with_line(CurlList list, const std::string& line) {
  return CurlList(curl_slist_append(list.release(), line.c_str()));
}

/// A fresh handle: no environment's proxy, no redirects, no signals, at most one minute.
inline CurlHandle make_curl() {
  static const bool kReady = curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
  CurlHandle handle(kReady ? curl_easy_init() : nullptr);
  if (!handle) return handle;
  curl_easy_setopt(handle.get(), CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(handle.get(), CURLOPT_PROXY, "");
  curl_easy_setopt(handle.get(), CURLOPT_FOLLOWLOCATION, 0L);
  curl_easy_setopt(handle.get(), CURLOPT_CONNECTTIMEOUT, 20L);
  curl_easy_setopt(handle.get(), CURLOPT_TIMEOUT, 60L);
  return handle;
}

}  // namespace makegood::mail
