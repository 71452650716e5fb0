#include "CLAPACK.h"

#include <dlfcn.h>
#include <math.h>
#include <pthread.h>
#include <stddef.h>
#include <stdlib.h>

/* Fortran passes everything by address and appends the length of each character argument. */
typedef void dpotrf_function(const char *, const int *, double *, const int *, int *, size_t);
typedef void dpotri_function(const char *, const int *, double *, const int *, int *, size_t);
typedef void dpocon_function(
    const char *, const int *, const double *, const int *, const double *, double *, double *, int *,
    int *, size_t);

static dpotrf_function *dpotrf;
static dpotri_function *dpotri;
static dpocon_function *dpocon;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void load(void) {
    void *library = dlopen("liblapack.so.3", RTLD_LAZY | RTLD_LOCAL);
    if (!library) return;
    dpotrf = (dpotrf_function *)dlsym(library, "dpotrf_");
    dpotri = (dpotri_function *)dlsym(library, "dpotri_");
    dpocon = (dpocon_function *)dlsym(library, "dpocon_");
}

static double one_norm(const double *matrix, int order) {
    double norm = 0;
    for (int column = 0; column < order; ++column) {
        double sum = 0;
        for (int row = 0; row < order; ++row) sum += fabs(matrix[column * order + row]);
        if (sum > norm) norm = sum;
    }
    return norm;
}

/* Only the lower triangle of the inverse is computed. */
static void fill_upper(double *matrix, int order) {
    for (int column = 0; column < order; ++column) {
        for (int row = column + 1; row < order; ++row) {
            matrix[row * order + column] = matrix[column * order + row];
        }
    }
}

int clapack_invert(double *matrix, int order, double *condition) {
    *condition = 0;
    pthread_once(&once, load);
    if (!dpotrf || !dpotri || !dpocon) return CLAPACK_NOT_INSTALLED;
    double *work = malloc(3 * (size_t)order * sizeof *work);
    int *places = malloc((size_t)order * sizeof *places);
    int status = CLAPACK_NO_MEMORY;
    if (work && places) {
        double norm = one_norm(matrix, order);
        int info = 0;
        dpotrf("L", &order, matrix, &order, &info, 1);
        if (info == 0) {
            dpocon("L", &order, matrix, &order, &norm, condition, work, places, &info, 1);
            dpotri("L", &order, matrix, &order, &info, 1);
        }
        if (info == 0) fill_upper(matrix, order);
        status = info == 0 ? CLAPACK_OK : CLAPACK_SINGULAR;
    }
    free(work);
    free(places);
    return status;
}
