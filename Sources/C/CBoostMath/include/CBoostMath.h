/* Distributions through Boost.Math.
 *
 * Probabilities are fractions. `upper` is the probability above x, computed as such and not as 1 - lower, so that a
 * small one keeps its digits. No exception crosses this border; an argument outside the domain gives NaN. */
#ifndef CBOOSTMATH_H
#define CBOOSTMATH_H
#ifdef __cplusplus
extern "C" {
#endif

double boostmath_normal_quantile(double probability);
double boostmath_normal_lower(double x);
double boostmath_normal_upper(double x);

double boostmath_t_quantile(double probability, double degrees);
double boostmath_t_upper(double x, double degrees);
double boostmath_noncentral_t_quantile(double probability, double degrees, double noncentrality);

double boostmath_f_quantile(double probability, double first_degrees, double second_degrees);
double boostmath_f_upper(double x, double first_degrees, double second_degrees);

double boostmath_noncentral_f_upper(
    double x, double first_degrees, double second_degrees, double noncentrality);

double boostmath_chi_squared_quantile(double probability, double degrees);
double boostmath_chi_squared_upper(double x, double degrees);

double boostmath_beta_quantile(double probability, double alpha, double beta);

double boostmath_binomial_mass(double successes, double trials, double probability);
double boostmath_binomial_lower(double successes, double trials, double probability);

/* Probability that `successes` of `draws` come from the `marked` of `total`. */
double boostmath_hypergeometric_mass(double successes, double draws, double marked, double total);

#ifdef __cplusplus
}
#endif
#endif
