import Standards
import Testing

@testable import Catalog

/// Roundings found in national water data, by the decimals of the rule file.
struct WaterDecimalsTests {
    /// Exact ties, raw and displayed: half to even. CNEMC automatic stations, 2020-05 … 2021-04.
    static let ties: [(WaterItem, String)] = [
        (.ph, "7.425→7.42; 8.665→8.66; 8.525→8.52; 8.925→8.92; 7.605→7.60; 7.585→7.58"),
        (.dissolvedOxygen, "5.325→5.32; 5.805→5.80; 4.245→4.24; 6.285→6.28; 4.845→4.84; 7.065→7.06"),
        (.codmn, "1.825→1.82; 1.925→1.92; 9.525→9.52; 3.685→3.68; 6.505→6.50; 11.425→11.42"),
        (.nh3n, "0.1545→0.154; 0.1985→0.198; 0.0065→0.006; 0.1165→0.116; 0.1225→0.122; 0.2005→0.200"),
        (.tp, "0.0865→0.086; 0.0125→0.012; 0.0465→0.046; 0.0925→0.092; 0.1625→0.162; 0.0965→0.096"),
        (.tn, "2.625→2.62; 1.625→1.62; 1.465→1.46; 3.905→3.90; 1.725→1.72; 4.205→4.20"),
        (.conductivity, "407.85→407.8; 26920.25→26920.2; 242.65→242.6; 1059.05→1059.0; 42949.65→42949.6"),
        (.turbidity, "390.45→390.4; 243.45→243.4; 156.05→156.0; 79.45→79.4; 59.05→59.0; 10.45→10.4"),
        (.temperature, "26.25→26.2; 26.85→26.8; 24.05→24.0; 32.25→32.2; 30.45→30.4; 19.85→19.8"),
        (.chlorophyll, "0.0065→0.006; 0.0045→0.004"),
        // All cases found in which one significant digit is kept.
        (.tp, "0.0001→0.0001; 0.00036→0.0004; 0.00011→0.0001; 0.0002363→0.0002"),
        (.nh3n, "0.00011→0.0001; 0.00028→0.0003"), (.tn, "0.00427→0.004"), (.codmn, "0.0025→0.002"),
    ]

    @Test(arguments: ties)
    func `a published rounding is reproduced`(item: WaterItem, pairs: String) throws {
        let means = try ShippedRules.catalog.get()
            .rule(.waterMeans, on: #require(CivilDate("2020-06-01")))
        for pair in pairs.split(separator: "; ") {
            let parts = pair.split(separator: "→").map(String.init)
            let raw = try #require(ExactDecimal(parts[0]))
            #expect(try means.displayed(raw, item: item).description == parts[1])
        }
    }

    /// Three decimals, 环办监测函〔2020〕82号.
    @Test(arguments: [("0.0034", "0.003"), ("0.0035", "0.004"), ("0.0045", "0.004"), ("0.00005", "0.00005")])
    func `an assessed mean is rounded half to even and keeps one digit`(raw: String, expected: String) throws {
        let means = try ShippedRules.catalog.get()
            .rule(.waterMeans, on: #require(CivilDate("2026-06-01")))
        for item in [WaterItem.tp, .copper, .lead, .cyanide, .sulfide] {
            let mean = try means.mean(of: [.measured(#require(ExactDecimal(raw)))], item: item)
            #expect(mean.value.description == expected, "\(item)")
        }
    }

    @Test
    func `every deciding item has assessment decimals`() throws {
        let day = try #require(CivilDate("2026-06-01"))
        let catalog = try ShippedRules.catalog.get()
        let means = try catalog.rule(.waterMeans, on: day)
        let printed =
            "wt 1 ph 0 do 1 codmn 1 cod 1 bod5 1 nh3n 2 tp 3 tn 2 cu 3 zn 3 f 3 se 4 as 4 hg 5 cd 5 cr6 3 pb 3 cn 3 "
            + "phenol 4 oil 2 las 2 s 3 fc 0 ec 1 turb 1 chla 3"
        let found = means.assessmentDecimals.sorted { $0.key < $1.key }.map { "\($0.key.rawValue) \($0.value)" }
        #expect(found.joined(separator: " ") == printed)
        for item in try catalog.waterClassRule(on: day).method.items {
            #expect(try means.mean(of: [.measured(1), .measured(2)], item: item).count == 2)
        }
    }
}
