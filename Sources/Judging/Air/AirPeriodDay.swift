import Standards

/// One row of `air period`: the values of a day at a station, and what an exceptional event takes out of them.
struct AirPeriodDay {
    let values: AirValues
    let excluded: AirItemSet
}
