#include <doctest/doctest.h>

#include <algorithm>
#include <numeric>
#include <string>

#include "base/sharing_vector.h"

using namespace makegood;

namespace sharing_vector_test {

SharingVector<int> counted(int n) {
  SharingVector<int> all;
  for (int i = 0; i < n; ++i) all.push_back(i);
  return all;
}

TEST_CASE("it reads as a vector of the same values, at the edges of its blocks too") {
  for (const int n : {0, 1, 63, 64, 65, 128, 1000}) {
    CAPTURE(n);
    std::vector<int> plain(static_cast<std::size_t>(n));
    std::iota(plain.begin(), plain.end(), 0);
    const auto all = counted(n);
    CHECK(std::vector<int>(all) == plain);
    CHECK(SharingVector<int>(plain) == all);
    CHECK(all.size() == plain.size());
    CHECK(all.empty() == plain.empty());
    CHECK(std::equal(all.rbegin(), all.rend(), plain.rbegin(), plain.rend()));
    if (n > 0) CHECK(all.back() == n - 1);
    CHECK(std::lower_bound(all.begin(), all.end(), n / 2) - all.begin() == n / 2);
  }
}

TEST_CASE("a copy keeps what it had, whichever of the two is changed or grows") {
  for (const int n : {1, 64, 65, 200}) {
    CAPTURE(n);
    const auto was = counted(n);
    auto first = was, second = was;
    first.change(static_cast<std::size_t>(n) - 1) = -1;
    second.push_back(n);
    CHECK(std::vector<int>(was) == std::vector<int>(counted(n)));
    CHECK(first.back() == -1);
    CHECK(std::vector<int>(second) == std::vector<int>(counted(n + 1)));
    CHECK_FALSE(first == was);
    CHECK_FALSE(second == was);
    first.change(static_cast<std::size_t>(n) - 1) = n - 1;
    CHECK(first == was);
  }
}

TEST_CASE("what is not changed is shared, and what nobody else has is changed in its place") {
  const auto was = counted(130);
  auto mine = was;
  mine.change(0) = 7;
  CHECK(&mine[0] != &was[0]);
  CHECK(&mine[64] == &was[64]);
  const auto* place = &mine[0];
  mine.change(1) = 8;
  CHECK(&mine[0] == place);
}

}  // namespace sharing_vector_test
