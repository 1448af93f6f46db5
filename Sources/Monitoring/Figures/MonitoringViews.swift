package import Records

/// The documented views that figures select from: one row an input, its value exact as text, and its id for the way back.
package struct MonitoringViews: Projection {
    package init() {}

    package let name = "monitoring-views"
    package let version = 4

    private static let airName = """
        CASE item WHEN 'so2' THEN 'SO2' WHEN 'no2' THEN 'NO2' WHEN 'pm10' THEN 'PM10' WHEN 'pm25' THEN 'PM2.5'
        WHEN 'co' THEN 'CO' WHEN 'o3' THEN 'O3' END
        """
    private static let airOrder = """
        CASE item WHEN 'so2' THEN 1 WHEN 'no2' THEN 2 WHEN 'pm10' THEN 3 WHEN 'pm25' THEN 4 WHEN 'co' THEN 5 ELSE 6 END
        """
    private static let waterName = """
        CASE item WHEN 'ph' THEN 'pH' WHEN 'do' THEN '溶解氧' WHEN 'codmn' THEN '高锰酸盐指数' WHEN 'nh3n' THEN '氨氮'
        WHEN 'tp' THEN '总磷' WHEN 'cod' THEN '化学需氧量' WHEN 'bod5' THEN '五日生化需氧量' WHEN 'cu' THEN '铜'
        WHEN 'zn' THEN '锌' WHEN 'f' THEN '氟化物' WHEN 'se' THEN '硒' WHEN 'as' THEN '砷' WHEN 'hg' THEN '汞'
        WHEN 'cd' THEN '镉' WHEN 'cr6' THEN '六价铬' WHEN 'pb' THEN '铅' WHEN 'cn' THEN '氰化物' WHEN 'phenol' THEN '挥发酚'
        WHEN 'oil' THEN '石油类' WHEN 'las' THEN '阴离子表面活性剂' WHEN 's' THEN '硫化物' END
        """

    package var definitions: [Definition] { airViews + waterViews + OutletFigures.definitions }

    private var airViews: [Definition] {
        [
            .view(
                "air_day_value",
                """
                SELECT 'air-day/' || place || '/' || item || '/' || date AS record, date, place, item, value, used,
                received, expected, valid, rule, \(Self.airName) AS label FROM air_day
                """),
            .view(
                "air_day_item_index",
                """
                SELECT 'air-iaqi/' || place || '/' || item || '/' || date AS record, i.date, i.place, i.item,
                i.iaqi AS value, x.aqi AS aqi, x.rule AS rule, \(Self.airName) AS label, \(Self.airOrder) AS position
                FROM (SELECT date, place, item, iaqi FROM air_day_iaqi) i
                JOIN (SELECT date AS day, place AS spot, aqi, rule FROM air_day_index) x
                ON x.day = i.date AND x.spot = i.place
                """),
            .view(
                "air_day_aqi",
                """
                SELECT 'air-aqi/' || i.place || '/' || i.date AS record, i.date, i.place, i.aqi AS value, i.level, i.rule,
                i.date AS label, CASE x.counts WHEN 1 THEN x.aqi ELSE i.aqi END AS counted,
                CASE x.counts WHEN 1 THEN x.level ELSE i.level END AS counted_level FROM air_day_index i
                LEFT JOIN (SELECT date AS day, place AS spot, aqi, level, counts FROM air_deducted_index) x
                ON x.day = i.date AND x.spot = i.place
                """),
            .view(
                "air_day_assessed",
                """
                SELECT 'air-day/' || d.place || '/' || d.item || '/' || d.date AS record, d.date, d.place, d.item, d.value,
                d.used, d.received, d.expected, d.valid, d.rule, '' AS word FROM air_day d
                WHERE NOT EXISTS (SELECT 1 FROM air_day_deducted x WHERE x.date = d.date AND x.place = d.place
                AND x.item = d.item)
                UNION ALL SELECT 'air-assessed/' || place || '/' || item || '/' || date AS record, date, place, item, value,
                used, received, expected, valid, rule, word FROM air_day_deducted
                """),
            .view(
                "air_target_day",
                """
                WITH RECURSIVE span(year, item, value, seq, date, last) AS (
                SELECT year, item, value, seq, year || '-01-01', year || '-12-31' FROM registry_target
                UNION ALL SELECT year, item, value, seq, date(date, '+1 day'), last FROM span WHERE date < last)
                SELECT 'record/' || seq AS record, year, item, value, date, date AS label FROM span
                """),
            .view(
                "air_expected_hour",
                """
                WITH RECURSIVE hours(hour) AS (SELECT 1 UNION ALL SELECT hour + 1 FROM hours WHERE hour < 24),
                items(item) AS (VALUES ('so2'), ('no2'), ('pm10'), ('pm25'), ('co'), ('o3'))
                SELECT s.record AS record, s.id AS station, item, hour, '1' AS value, s.name AS label
                FROM registry_station s CROSS JOIN items CROSS JOIN hours WHERE s.evaluated = 1
                """),
            .view(
                "air_hour",
                """
                SELECT 'air-hour/' || s.object || '/' || s.item || '/' || r.start AS record, s.object AS station,
                s.item AS item, r.start AS start, date(r.start + 28800, 'unixepoch') AS date,
                r.significand || '/' || CASE r.scale WHEN 0 THEN '1' ELSE '1' || substr('000000000000000000', 1, r.scale) END
                AS value,
                CASE WHEN v.item IS NULL AND r.significand IS NOT NULL AND r.flag IN ('', 'N') THEN 1 ELSE 0 END AS valid,
                CASE WHEN r.flag IN ('NA', '/') THEN 0 ELSE 1 END AS received, s.object AS label
                FROM reading r JOIN series s ON s.id = r.series
                JOIN registry_station t ON t.id = s.object AND t.evaluated = 1
                LEFT JOIN hour_standing v ON v.start = r.start AND v.object = s.object AND v.item = s.item
                AND v.standing IN ('rejected', 'entered')
                WHERE s.seconds = 3600 AND s.item IN ('so2', 'no2', 'pm10', 'pm25', 'co', 'o3')
                AND NOT EXISTS (SELECT 1 FROM reading l WHERE l.start = r.start AND l.series = r.series
                AND (l.arrived, l.source, l.position) > (r.arrived, r.source, r.position))
                """),
        ]
    }

    private var waterViews: [Definition] {
        [
            .view(
                "water_section_month",
                """
                SELECT 'water-class/' || c.section || '/' || c.month AS record, c.month || '-01' AS date, c.section,
                c.class AS value, c.target, c.met, c.rule, s.name AS label
                FROM water_month_class c JOIN registry_section s ON s.id = c.section
                """),
            .view(
                "section_note",
                """
                SELECT 'record/' || seq AS record, section, month || '-01' AS date, condition, note, note AS label
                FROM section_condition
                """),
            .view(
                "water_section_item",
                """
                SELECT 'water-item/' || section || '/' || item || '/' || month AS record, month || '-01' AS date,
                section, item, assessed AS value, class, indicator_rank AS position, multiple, rule,
                \(Self.waterName) AS label FROM water_month
                """),
        ]
    }
}
