// Regular expressions with a bound on what a match may cost, by PCRE2.
//
// PCRE2 is loaded when the first pattern is compiled, so that a template without one does not pay for it. What is
// used of it is a handful of functions whose binary interface is fixed since PCRE2 10.00 (libpcre2-8.so.0); they are
// declared here, so that building needs no more packages than before.
#ifndef LIBRETTO_PATTERN_H
#define LIBRETTO_PATTERN_H

#include <stddef.h>
#include <stdint.h>

/// A compiled pattern.
struct pattern;

/// What became of a pattern.
enum pattern_verdict {
  pattern_is_compiled,
  /// It is no regular expression.
  pattern_is_wrong,
  /// It may be one, but PCRE2 does not take it, or it is too large.
  pattern_is_refused,
  /// There is no PCRE2.
  pattern_has_no_engine,
};

/// Compiles a pattern, UTF-8, in the dialect of ECMA-262 as near as PCRE2 comes to it.
///
/// The message gets the reason where there is one, and `offset` the byte of the pattern that it is about.
enum pattern_verdict pattern_compile(
  const char *_Nonnull text, size_t length, struct pattern *_Nullable *_Nonnull result, char *_Nonnull message,
  size_t message_size, size_t *_Nonnull offset);

/// Whether the whole text matches: 1 or 0, or -1 when the match was given up after `limit` steps back.
int pattern_matches(
  const struct pattern *_Nonnull pattern, const char *_Nonnull text, size_t length, uint32_t limit);

void pattern_free(struct pattern *_Nonnull pattern);

#endif
