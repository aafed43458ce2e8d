// A small mutating driver with libFuzzer's entry point, so that every fuzz target runs in
// `make test` with the ordinary compiler and can be linked with libFuzzer unchanged.
//
//   TARGET SEED_FOLDER [SECONDS]     replay every seed, then mutate for SECONDS
//                                    (default: MAKEGOOD_FUZZ_SECONDS, else 1)
//
// The generator is seeded with a constant: a failure repeats. On a crash the input is left
// in TARGET.crash in the current folder (written before each run when MAKEGOOD_FUZZ_KEEP is set).
#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

using Bytes = std::vector<std::uint8_t>;

std::vector<Bytes> load_seeds(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> paths;
  for (const auto& file : std::filesystem::directory_iterator(folder))
    if (file.is_regular_file()) paths.push_back(file.path());
  std::sort(paths.begin(), paths.end());
  std::vector<Bytes> seeds;
  for (const auto& path : paths) {
    std::ifstream in(path, std::ios::binary);
    seeds.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
  }
  return seeds;
}

void mutate_once(Bytes& bytes, const std::vector<Bytes>& seeds, std::mt19937_64& random) {
  const auto below = [&](std::size_t n) { return n == 0 ? 0 : static_cast<std::size_t>(random() % n); };
  const auto place = [&] { return static_cast<std::ptrdiff_t>(below(bytes.size() + 1)); };
  switch (random() % 6) {
    case 0:
      if (!bytes.empty()) bytes[below(bytes.size())] ^= static_cast<std::uint8_t>(1U << (random() % 8));
      break;
    case 1:
      bytes.insert(bytes.begin() + place(), static_cast<std::uint8_t>(random()));
      break;
    case 2:
      if (!bytes.empty()) {
        const auto from = below(bytes.size());
        const auto count = std::min(bytes.size() - from, 1 + below(16));
        bytes.erase(bytes.begin() + static_cast<std::ptrdiff_t>(from),
                    bytes.begin() + static_cast<std::ptrdiff_t>(from + count));
      }
      break;
    case 3: {  // a piece of another seed
      const auto& other = seeds[below(seeds.size())];
      if (other.empty()) break;
      const auto from = below(other.size());
      const auto count = std::min(other.size() - from, 1 + below(64));
      bytes.insert(bytes.begin() + place(), other.begin() + static_cast<std::ptrdiff_t>(from),
                   other.begin() + static_cast<std::ptrdiff_t>(from + count));
      break;
    }
    case 4:
      if (!bytes.empty()) {  // repeat a piece of itself
        const auto from = below(bytes.size());
        const auto count = std::min(bytes.size() - from, 1 + below(32));
        const Bytes piece(bytes.begin() + static_cast<std::ptrdiff_t>(from),
                          bytes.begin() + static_cast<std::ptrdiff_t>(from + count));
        bytes.insert(bytes.begin() + place(), piece.begin(), piece.end());
      }
      break;
    default:
      if (!bytes.empty()) bytes.resize(below(bytes.size()));
  }
}

void run(const Bytes& bytes, const char* keep) {
  if (keep != nullptr) {
    std::ofstream out(keep, std::ios::binary);
    out.write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
  }
  LLVMFuzzerTestOneInput(bytes.data(), bytes.size());
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) return std::fprintf(stderr, "usage: %s SEED_FOLDER [SECONDS]\n", argv[0]), 2;
  const auto seeds = load_seeds(argv[1]);
  if (seeds.empty()) return std::fprintf(stderr, "%s: no seeds in %s\n", argv[0], argv[1]), 2;
  const char* keep = std::getenv("MAKEGOOD_FUZZ_KEEP");
  for (const auto& seed : seeds) run(seed, keep);

  const char* setting = std::getenv("MAKEGOOD_FUZZ_SECONDS");
  const double seconds = argc > 2 ? std::atof(argv[2]) : setting != nullptr ? std::atof(setting) : 1.0;
  const auto end = std::chrono::steady_clock::now() + std::chrono::duration<double>(seconds);
  std::mt19937_64 random(20231130);
  std::size_t runs = seeds.size();
  while (std::chrono::steady_clock::now() < end) {
    Bytes bytes = seeds[random() % seeds.size()];
    for (auto n = 1 + random() % 8; n > 0; --n) mutate_once(bytes, seeds, random);
    if (bytes.size() > (1U << 20)) bytes.resize(1U << 20);
    run(bytes, keep);
    ++runs;
  }
  std::printf("%zu seeds, %zu runs, no fault\n", seeds.size(), runs);
  return 0;
}
