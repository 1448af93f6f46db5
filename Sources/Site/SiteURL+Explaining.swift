package import Monitoring
import Records
package import Standards

/// Addresses of the cards that tell how a judged value came about.
extension SiteURL {
    /// - Parameter hour: 1 … 24, the hour at whose end it stands.
    package static func explanation(ofHour hour: Int, of station: String, on date: CivilDate) -> SiteURL {
        SiteURL(.explainAirHour, ["station": station, "date": date.description, "hour": String(hour)])
    }

    package static func explanation(ofDay date: CivilDate, of place: AirPlace) -> SiteURL {
        SiteURL(.explainAirDay, ["place": place.id, "date": date.description])
    }

    package static func explanation(ofSection section: String, month: CivilDate) -> SiteURL {
        SiteURL(.explainWaterMonth, ["section": section, "month": month.monthText])
    }

    package static func explanation(ofSection section: String, sampleAt start: Instant) -> SiteURL {
        SiteURL(
            .explainWaterSample,
            ["section": section, "date": start.beijingDate.description, "hour": String(start.beijingHour)])
    }

    /// - Parameter hour: 1 … 24, the hour at whose end it stands.
    package static func explanation(ofOutlet outlet: String, on date: CivilDate, hour: Int, item: String) -> SiteURL {
        SiteURL(
            .explainOutlet, ["outlet": outlet, "date": date.description, "hour": String(hour), "item": item])
    }

    /// The card of a judged input of a figure; nil where the input is no judged value.
    static func explanation(of input: InputID) -> SiteURL? {
        if let parts = input.parts(of: "air-aqi"), parts.count == 2, let date = CivilDate(parts[1]) {
            return explanation(ofDay: date, of: AirPlace(id: parts[0]))
        }
        if let parts = input.parts(of: "air-iaqi"), parts.count == 3, let date = CivilDate(parts[2]) {
            return explanation(ofDay: date, of: AirPlace(id: parts[0]))
        }
        if let parts = input.parts(of: "water-class"), parts.count == 2, let month = CivilDate(month: parts[1]) {
            return explanation(ofSection: parts[0], month: month)
        }
        if let parts = input.parts(of: "water-item"), parts.count == 3, let month = CivilDate(month: parts[2]) {
            return explanation(ofSection: parts[0], month: month)
        }
        return nil
    }
}
