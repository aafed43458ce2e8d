// Four shares at a time. The one file with instructions that not every processor has: its functions are compiled for
// them by themselves, and are called only where has_wilson_lanes() says so. No multiplication is fused with an
// addition, which would change last digits.
#include "statistics/wilson.h"

#if defined(__x86_64__)

#include <immintrin.h>

namespace makegood::statistics {

bool has_wilson_lanes() {
  __builtin_cpu_init();
  return __builtin_cpu_supports("avx2");
}

__attribute__((target("avx2"))) void wilson_lanes(const double* events, const double* n, std::size_t count, double z, double* lower,
                                                  double* upper) {
  const __m256d one = _mm256_set1_pd(1), four = _mm256_set1_pd(4), zs = _mm256_set1_pd(z), z2 = _mm256_set1_pd(z * z);
  for (std::size_t i = 0; i < count; i += kWilsonLanes) {
    const __m256d k = _mm256_loadu_pd(events + i), all = _mm256_loadu_pd(n + i);
    const __m256d rest = _mm256_sub_pd(all, k), twice = _mm256_add_pd(k, k);
    const __m256d spread = _mm256_add_pd(_mm256_mul_pd(z2, all), _mm256_mul_pd(four, _mm256_mul_pd(rest, k)));
    const __m256d root = _mm256_sqrt_pd(_mm256_mul_pd(all, spread));
    const __m256d above = _mm256_add_pd(_mm256_mul_pd(all, _mm256_add_pd(twice, z2)), _mm256_mul_pd(zs, root));
    const __m256d whole = _mm256_mul_pd(_mm256_add_pd(all, all), _mm256_add_pd(all, z2));
    const __m256d top = _mm256_div_pd(above, whole);
    const __m256d full = _mm256_cmp_pd(rest, _mm256_setzero_pd(), _CMP_EQ_OQ);
    const __m256d some = _mm256_cmp_pd(above, _mm256_setzero_pd(), _CMP_GT_OQ);
    _mm256_storeu_pd(lower + i, _mm256_and_pd(some, _mm256_div_pd(_mm256_mul_pd(twice, k), above)));
    _mm256_storeu_pd(upper + i, _mm256_blendv_pd(one, top, _mm256_andnot_pd(full, _mm256_cmp_pd(top, one, _CMP_LT_OQ))));
  }
}

}  // namespace makegood::statistics

#endif
