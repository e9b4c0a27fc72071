# The pipeline in base R, with the BLAS that R was built with: rows columns repeat file; prints one line of JSON.
arguments <- commandArgs(TRUE)
rows <- as.integer(arguments[1]); columns <- as.integer(arguments[2]); times <- as.integer(arguments[3])
x <- matrix(readBin(arguments[4], "double", rows * columns), rows, columns, byrow = TRUE)
pipeline <- function() {
  m <- 1 * (x / rowSums(x) / rep(colSums(x) / sum(x), each = rows) >= 1)
  m[is.na(m)] <- 0
  u <- pmax(colSums(m), 1)
  phi <- crossprod(m) / outer(u, u, pmax)
  diag(phi) <- 0
  whole <- colSums(phi)
  density <- sweep(m %*% phi, 2, whole, "/")
  has <- rowSums(m) > 0; had <- colSums(m) > 0
  n <- sweep(m[has, had] / sqrt(rowSums(m[has, had])), 2, sqrt(colSums(m[has, had])), "/")
  pair <- eigen(if (nrow(n) <= ncol(n)) tcrossprod(n) else crossprod(n), symmetric = TRUE)$vectors[, 2]
  activity <- if (nrow(n) <= ncol(n)) crossprod(n, pair)[, 1] else pair
  pci <- rep(0, columns)
  pci[had] <- activity / sqrt(colSums(m[has, had]))
  worth <- ifelse(whole > 0, pci / whole, 0)
  list(density, (1 - m) * ((1 - m) %*% (phi * worth)))
}
best <- min(sapply(seq_len(times), function(k) system.time(pipeline())[["elapsed"]]))
cat(sprintf('{"milliseconds":{"pipeline":%.3f}}\n', 1000 * best))
