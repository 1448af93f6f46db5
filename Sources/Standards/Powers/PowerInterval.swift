/// Two fixed-point integers between which a number lies.
struct PowerInterval<Number: BinaryInteger> {
    var low: Number
    var high: Number
}
