/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Based on: M. J. Wichura, Algorithm AS 241, Applied Statistics 37(3), 1988 (doi 10.2307/2347330);
 * E. B. Wilson, Probable inference, JASA 22, 1927 (doi 10.1080/01621459.1927.10502953);
 * R. J. Hyndman and Y. Fan, Sample quantiles in statistical packages, The American Statistician 50(4),
 * 1996 (doi 10.1080/00031305.1996.10473566). */
#include "kernels/statistics.h"

#include <math.h>

static double ratio(const double top[8], const double bottom[8], double x) {
    double a = top[7], b = bottom[7];
    for (int i = 6; i >= 0; i--) {
        a = a * x + top[i];
        b = b * x + bottom[i];
    }
    return a / b;
}

double samen__normal_quantile(double p) {
    static const double middle_top[8] = {3.3871328727963666080e0,  1.3314166789178437745e+2,
                                         1.9715909503065514427e+3, 1.3731693765509461125e+4,
                                         4.5921953931549871457e+4, 6.7265770927008700853e+4,
                                         3.3430575583588128105e+4, 2.5090809287301226727e+3};
    static const double middle_bottom[8] = {1.0,
                                            4.2313330701600911252e+1,
                                            6.8718700749205790830e+2,
                                            5.3941960214247511077e+3,
                                            2.1213794301586595867e+4,
                                            3.9307895800092710610e+4,
                                            2.8729085735721942674e+4,
                                            5.2264952788528545610e+3};
    static const double near_top[8] = {1.42343711074968357734e0,  4.63033784615654529590e0,
                                       5.76949722146069140550e0,  3.64784832476320460504e0,
                                       1.27045825245236838258e0,  2.41780725177450611770e-1,
                                       2.27238449892691845833e-2, 7.74545014278341407640e-4};
    static const double near_bottom[8] = {1.0,
                                          2.05319162663775882187e0,
                                          1.67638483018380384940e0,
                                          6.89767334985100004550e-1,
                                          1.48103976427480074590e-1,
                                          1.51986665636164571966e-2,
                                          5.47593808499534494600e-4,
                                          1.05075007164441684324e-9};
    static const double far_top[8] = {6.65790464350110377720e0,  5.46378491116411436990e0,
                                      1.78482653991729133580e0,  2.96560571828504891230e-1,
                                      2.65321895265761230930e-2, 1.24266094738807843860e-3,
                                      2.71155556874348757815e-5, 2.01033439929228813265e-7};
    static const double far_bottom[8] = {1.0,
                                         5.99832206555887937690e-1,
                                         1.36929880922735805310e-1,
                                         1.48753612908506148525e-2,
                                         7.86869131145613259100e-4,
                                         1.84631831751005468180e-5,
                                         1.42151175831644588870e-7,
                                         2.04426310338993978564e-15};
    double q = p - 0.5;
    if (fabs(q) <= 0.425)
        return q * ratio(middle_top, middle_bottom, 0.180625 - q * q);
    double r = sqrt(-log(q < 0 ? p : 1 - p));
    double x = r <= 5 ? ratio(near_top, near_bottom, r - 1.6) : ratio(far_top, far_bottom, r - 5);
    return q < 0 ? -x : x;
}

void samen__wilson(double count, double total, double level, double *lower, double *upper) {
    double z = samen__normal_quantile(0.5 + level / 2), share = count / total;
    double centre = (share + z * z / (2 * total)) / (1 + z * z / total);
    double half =
        z * sqrt(share * (1 - share) / total + z * z / (4 * total * total)) / (1 + z * z / total);
    *lower = count == 0 ? 0 : centre - half;
    *upper = count == total ? 1 : centre + half;
}

double samen__quantile(const double *ascending, int64_t count, double p) {
    double at = p * (double)(count - 1);
    int64_t below = (int64_t)floor(at);
    if (below >= count - 1)
        return ascending[count - 1];
    return ascending[below] + (at - (double)below) * (ascending[below + 1] - ascending[below]);
}

double samen__std_dev(const double *values, int64_t count) {
    double mean = 0, squares = 0;
    if (count < 2)
        return 0;
    /* Differences from the first value, so that equal values have no spread at all. */
    for (int64_t i = 0; i < count; i++)
        mean += (values[i] - values[0]) / (double)count;
    for (int64_t i = 0; i < count; i++)
        squares += (values[i] - values[0] - mean) * (values[i] - values[0] - mean);
    return sqrt(squares / (double)(count - 1));
}
