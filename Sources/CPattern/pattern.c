#include "pattern.h"

#include <dlfcn.h>
#include <pthread.h>

// The names and values of pcre2.h.
enum {
  PCRE2_ANCHORED = 0x80000000u,
  PCRE2_NO_UTF_CHECK = 0x40000000u,
  PCRE2_ENDANCHORED = 0x20000000u,
  PCRE2_ALT_BSUX = 0x00000002u,
  PCRE2_DOLLAR_ENDONLY = 0x00000010u,
  PCRE2_MATCH_UNSET_BACKREF = 0x00000200u,
  PCRE2_UTF = 0x00080000u,
  PCRE2_NEVER_BACKSLASH_C = 0x00100000u,
  PCRE2_ERROR_NOMATCH = -1,
};

/// The most kibibytes of heap that one match takes.
enum { heap_limit = 16 * 1024 };

static struct {
  void *(*compile)(const unsigned char *, size_t, uint32_t, int *, size_t *, void *);
  void (*code_free)(void *);
  int (*match)(const void *, const unsigned char *, size_t, size_t, uint32_t, void *, void *);
  void *(*match_data_create)(const void *, void *);
  void (*match_data_free)(void *);
  void *(*match_context_create)(void *);
  void (*match_context_free)(void *);
  int (*set_match_limit)(void *, uint32_t);
  int (*set_heap_limit)(void *, uint32_t);
  int (*get_error_message)(int, unsigned char *, size_t);
  _Bool is_loaded;
} pcre2;

static void load(void) {
  void *library = dlopen("libpcre2-8.so.0", RTLD_NOW | RTLD_LOCAL);
  pcre2.is_loaded = library
    && (*(void **)&pcre2.compile = dlsym(library, "pcre2_compile_8"))
    && (*(void **)&pcre2.code_free = dlsym(library, "pcre2_code_free_8"))
    && (*(void **)&pcre2.match = dlsym(library, "pcre2_match_8"))
    && (*(void **)&pcre2.match_data_create = dlsym(library, "pcre2_match_data_create_from_pattern_8"))
    && (*(void **)&pcre2.match_data_free = dlsym(library, "pcre2_match_data_free_8"))
    && (*(void **)&pcre2.match_context_create = dlsym(library, "pcre2_match_context_create_8"))
    && (*(void **)&pcre2.match_context_free = dlsym(library, "pcre2_match_context_free_8"))
    && (*(void **)&pcre2.set_match_limit = dlsym(library, "pcre2_set_match_limit_8"))
    && (*(void **)&pcre2.set_heap_limit = dlsym(library, "pcre2_set_heap_limit_8"))
    && (*(void **)&pcre2.get_error_message = dlsym(library, "pcre2_get_error_message_8"));
}

/// Whether an error of compiling is about what PCRE2 cannot do, and not about a mistake in the pattern.
static _Bool is_limit(int error) {
  switch (error) {
  case 119: // parentheses are too deeply nested
  case 120: // regular expression is too large
  case 121: // failed to allocate heap memory
  case 125: // lookbehind assertion is not fixed length
  case 135: // lookbehind assertion is too complicated
  case 147: // unknown property
  case 183: // using \C is disabled by the application
  case 186: // regular expression is too complicated
  case 187: // lookbehind assertion is too long
    return 1;
  default: return 0;
  }
}

enum pattern_verdict pattern_compile(
  const char *text, size_t length, struct pattern **result, char *message, size_t message_size, size_t *offset) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, load);
  if (!pcre2.is_loaded) return pattern_has_no_engine;
  int error = 0;
  *result = pcre2.compile(
    (const unsigned char *)text, length,
    PCRE2_UTF | PCRE2_NO_UTF_CHECK | PCRE2_ALT_BSUX | PCRE2_DOLLAR_ENDONLY | PCRE2_MATCH_UNSET_BACKREF
      | PCRE2_NEVER_BACKSLASH_C,
    &error, offset, NULL);
  if (*result) return pattern_is_compiled;
  pcre2.get_error_message(error, (unsigned char *)message, message_size);
  return is_limit(error) ? pattern_is_refused : pattern_is_wrong;
}

int pattern_matches(const struct pattern *pattern, const char *text, size_t length, uint32_t limit) {
  void *data = pcre2.match_data_create(pattern, NULL);
  void *context = pcre2.match_context_create(NULL);
  int result = -1;
  if (data && context) {
    pcre2.set_match_limit(context, limit);
    pcre2.set_heap_limit(context, heap_limit);
    int found = pcre2.match(
      pattern, (const unsigned char *)text, length, 0, PCRE2_ANCHORED | PCRE2_ENDANCHORED | PCRE2_NO_UTF_CHECK,
      data, context);
    result = found >= 0 ? 1 : found == PCRE2_ERROR_NOMATCH ? 0 : -1;
  }
  if (context) pcre2.match_context_free(context);
  if (data) pcre2.match_data_free(data);
  return result;
}

void pattern_free(struct pattern *pattern) {
  pcre2.code_free(pattern);
}
