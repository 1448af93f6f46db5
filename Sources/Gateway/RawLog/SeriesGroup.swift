import Monitoring

/// The series of one object with periods of one length: what one question to the readings covers.
struct SeriesGroup: Hashable {
    let object: String
    let seconds: Int

    init(object: String, seconds: Int) {
        self.object = object
        self.seconds = seconds
    }

    init(_ series: SeriesKey) { self.init(object: series.object, seconds: series.seconds) }
}
