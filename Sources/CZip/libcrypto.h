// SHA-224 of libcrypto, which libzip brings with it: the one hash of a manifest that swift-crypto does not have. Loaded
// when a manifest names it first.
#ifndef LIBRETTO_LIBCRYPTO_H
#define LIBRETTO_LIBCRYPTO_H

#include <dlfcn.h>
#include <stdbool.h>
#include <stddef.h>

/// The functions of a loaded libcrypto.
struct libcrypto {
  void *_Nullable (*_Nonnull context_new)(void);
  void (*_Nonnull context_free)(void *_Nullable);
  const void *_Nullable (*_Nonnull sha224)(void);
  int (*_Nonnull init)(void *_Nonnull, const void *_Nullable, void *_Nullable);
  int (*_Nonnull update)(void *_Nonnull, const void *_Nonnull, size_t);
  int (*_Nonnull final)(void *_Nonnull, unsigned char *_Nonnull, unsigned int *_Nullable);
};

/// Loads libcrypto and finds its functions; false when there is none, or one without these functions.
static inline bool libcrypto_load(struct libcrypto *_Nonnull crypto) {
  void *library = dlopen("libcrypto.so.3", RTLD_NOW | RTLD_LOCAL);
  if (!library) library = dlopen("libcrypto.so.1.1", RTLD_NOW | RTLD_LOCAL);
  if (!library) return false;
  return (*(void **)&crypto->context_new = dlsym(library, "EVP_MD_CTX_new"))
    && (*(void **)&crypto->context_free = dlsym(library, "EVP_MD_CTX_free"))
    && (*(void **)&crypto->sha224 = dlsym(library, "EVP_sha224"))
    && (*(void **)&crypto->init = dlsym(library, "EVP_DigestInit_ex"))
    && (*(void **)&crypto->update = dlsym(library, "EVP_DigestUpdate"))
    && (*(void **)&crypto->final = dlsym(library, "EVP_DigestFinal_ex"));
}

/// Begins a hash; null when libcrypto refuses it.
static inline void *_Nullable libcrypto_begin(const struct libcrypto *_Nonnull crypto) {
  void *context = crypto->context_new();
  if (context && crypto->init(context, crypto->sha224(), NULL) == 1) return context;
  crypto->context_free(context);
  return NULL;
}

static inline void libcrypto_update(
  const struct libcrypto *_Nonnull crypto, void *_Nonnull context, const void *_Nonnull bytes, size_t count) {
  crypto->update(context, bytes, count);
}

/// Ends a hash and writes its 28 bytes.
static inline void libcrypto_finish(
  const struct libcrypto *_Nonnull crypto, void *_Nonnull context, unsigned char *_Nonnull bytes) {
  crypto->final(context, bytes, NULL);
}

static inline void libcrypto_free(const struct libcrypto *_Nonnull crypto, void *_Nonnull context) {
  crypto->context_free(context);
}

#endif
