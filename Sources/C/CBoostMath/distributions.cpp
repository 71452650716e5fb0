#include "CBoostMath.h"

#include <boost/math/distributions/beta.hpp>
#include <boost/math/distributions/binomial.hpp>
#include <boost/math/distributions/chi_squared.hpp>
#include <boost/math/distributions/fisher_f.hpp>
#include <boost/math/distributions/non_central_f.hpp>
#include <boost/math/distributions/non_central_t.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>
#include <boost/math/special_functions/gamma.hpp>
#include <limits>

namespace {
namespace policies = boost::math::policies;
using Quiet = policies::policy<
    policies::domain_error<policies::ignore_error>, policies::pole_error<policies::ignore_error>,
    policies::overflow_error<policies::ignore_error>,
    policies::underflow_error<policies::ignore_error>,
    policies::evaluation_error<policies::ignore_error>>;
using Normal = boost::math::normal_distribution<double, Quiet>;
using StudentsT = boost::math::students_t_distribution<double, Quiet>;
using NonCentralT = boost::math::non_central_t_distribution<double, Quiet>;
using FisherF = boost::math::fisher_f_distribution<double, Quiet>;
using NonCentralF = boost::math::non_central_f_distribution<double, Quiet>;
using ChiSquared = boost::math::chi_squared_distribution<double, Quiet>;
using Beta = boost::math::beta_distribution<double, Quiet>;
using Binomial = boost::math::binomial_distribution<double, Quiet>;

/* The value of `body`, or NaN where Boost throws all the same. */
template <typename Body>
double quietly(Body body) {
    try {
        return body();
    } catch (...) {
        return std::numeric_limits<double>::quiet_NaN();
    }
}

double log_choose(double n, double k) {
    return boost::math::lgamma(n + 1, Quiet()) - boost::math::lgamma(k + 1, Quiet())
        - boost::math::lgamma(n - k + 1, Quiet());
}
}  // namespace

double boostmath_normal_quantile(double probability) {
    return quietly([=] { return quantile(Normal(), probability); });
}

double boostmath_normal_lower(double x) {
    return quietly([=] { return cdf(Normal(), x); });
}

double boostmath_normal_upper(double x) {
    return quietly([=] { return cdf(complement(Normal(), x)); });
}

double boostmath_t_quantile(double probability, double degrees) {
    return quietly([=] { return quantile(StudentsT(degrees), probability); });
}

double boostmath_t_upper(double x, double degrees) {
    return quietly([=] { return cdf(complement(StudentsT(degrees), x)); });
}

double boostmath_noncentral_t_quantile(double probability, double degrees, double noncentrality) {
    return quietly([=] { return quantile(NonCentralT(degrees, noncentrality), probability); });
}

double boostmath_f_quantile(double probability, double first_degrees, double second_degrees) {
    return quietly([=] { return quantile(FisherF(first_degrees, second_degrees), probability); });
}

double boostmath_f_upper(double x, double first_degrees, double second_degrees) {
    return quietly([=] { return cdf(complement(FisherF(first_degrees, second_degrees), x)); });
}

double boostmath_noncentral_f_upper(
    double x, double first_degrees, double second_degrees, double noncentrality) {
    return quietly([=] {
        return cdf(complement(NonCentralF(first_degrees, second_degrees, noncentrality), x));
    });
}

double boostmath_chi_squared_quantile(double probability, double degrees) {
    return quietly([=] { return quantile(ChiSquared(degrees), probability); });
}

double boostmath_chi_squared_upper(double x, double degrees) {
    return quietly([=] { return cdf(complement(ChiSquared(degrees), x)); });
}

double boostmath_beta_quantile(double probability, double alpha, double beta) {
    return quietly([=] { return quantile(Beta(alpha, beta), probability); });
}

double boostmath_binomial_mass(double successes, double trials, double probability) {
    return quietly([=] { return pdf(Binomial(trials, probability), successes); });
}

double boostmath_binomial_lower(double successes, double trials, double probability) {
    return quietly([=] { return cdf(Binomial(trials, probability), successes); });
}

double boostmath_hypergeometric_mass(double successes, double draws, double marked, double total) {
    return quietly([=] {
        return std::exp(
            log_choose(marked, successes) + log_choose(total - marked, draws - successes)
            - log_choose(total, draws));
    });
}
