/* Symmetric positive definite matrices through LAPACK.
 *
 * LAPACK is loaded when the first matrix comes: with the Fortran library behind it, it costs every start of the
 * program a millisecond that only statistics should pay. */
#ifndef CLAPACK_H
#define CLAPACK_H
#ifdef __cplusplus
extern "C" {
#endif

/* What a call came to. */
enum clapack_status {
    CLAPACK_OK = 0,
    CLAPACK_NOT_INSTALLED, /* liblapack.so.3 cannot be loaded */
    CLAPACK_SINGULAR,      /* not positive definite */
    CLAPACK_NO_MEMORY
};

/* Replaces the symmetric positive definite `order` × `order` matrix by its inverse (dpotrf, dpotri).
 *
 * `condition` becomes the reciprocal condition number in the 1-norm (dpocon); 0 where the matrix is singular. */
int clapack_invert(double *matrix, int order, double *condition);

#ifdef __cplusplus
}
#endif
#endif
