import Foundation
import Hummingbird
import Testing

@testable import Site

struct RouteTests {
    /// Every page with its address in the fixture and words that must stand on it.
    private static let pages: [(route: SiteRoute, path: String, words: [String])] = [
        (.morning, "/", ["昨日逐时 AQI", "获取率", "有效率", "未经审核，仅供参考", "HJ 633—2026", "数据截至"]),
        (.print, "/print", ["生态环境质量早报", "签发"]),
        (.stations, "/air/stations?date=2026-11-21", ["A2站", "国控"]),
        (.station, "/air/stations/A2?date=2026-11-21", ["A2站", "待核", "<svg", "下载 CSV", "获取率"]),
        (.hour, "/air/stations/A1/hours/2026-11-21/7", ["突跳", "905", "AQI 怎样算出", "空气.csv", "邻站同时段"]),
        (.reviews, "/air/reviews?from=2026-11-20&to=2026-11-22", ["审核记录", "没有审核记录"]),
        (.reviewMatrix, "/review/matrix?day=2026-11-21", ["审核矩阵", "待核", "若剔除", "完成初审", "按对公布值的影响排列"]),
        (.reviewMatrix, "/review/matrix?day=2026-11-21&station=A2", ["A2站 × 各项", "PM₂.₅ 与 PM₁₀ 倒挂"]),
        (.reviewService, "/review/service?month=2026-11", ["运维与质控", "登记运维/校准记录", "发出运维工单"]),
        (.reviewDuty, "/review/duty?month=2026-11", ["审核值班", "未排班", "11-21 星期六"]),
        (.reviewChart, "/review/chart?day=2026-11-21&station=A1&item=pm10", ["905", "其他站点中位数", "本站前一日", "<svg"]),
        (.reviewChecks, "/review/checks?day=2026-11-21", ["自动检查", "PM2.5 52 高于PM10 30", "air.inverted"]),
        (.reviewChecks, "/review/checks?day=2026-11-21&kind=section", ["断面"]),
        (.reviewCompleteness, "/review/completeness?month=2026-11", ["获取率", "无报文", "平台原因", "A3站"]),
        (.reviewContractors, "/review/contractors?month=2026-11", ["运维考核", "应有"]),
        (.reviewSuperior, "/review/superior?day=2026-11-21", ["疑问反馈", "N1", "国控", "登记上级核定", "向上级站反映疑问"]),
        (.water, "/water", ["断面一", "断面二", "超标", "达标", "GB 3838—2002", "获取率", "有效率"]),
        (.section, "/water/sections/%E6%96%AD%E9%9D%A2%E4%BA%8C", ["断面二", "氨氮", "定类"]),
        (.manualPlans, "/manual", ["手工监测", "制定计划", "地表水采样记录表", "每旬（加密）"]),
        (.airCalendar, "/air/calendar/2026", ["全区空气质量日历", "HJ 633—2026", "缺"]),
        (.analysis, "/analysis", ["数据分析", "时间变化", "后期控制均值", "空气质量日历"]),
        (
            .analysisView, "/analysis/variation?station=A2&from=2026-11-21&to=2026-11-21",
            ["A2站", "一天各小时", "<svg", "95% 下限", "节假日", "part=hours"]
        ),
        (.analysisView, "/analysis/wind", ["没有站点有风速小时值", "windSpeed"]),
        (.analysisView, "/analysis/polar", ["没有站点有风速小时值"]),
        (.analysisView, "/analysis/trend?station=A2", ["没有有效的月均值", "不绘图"]),
        (.analysisView, "/analysis/allowance?to=2026-11-21", ["后期控制均值", "PM₂.₅ 年度目标", "剩余天数", "36"]),
        (.analysisView, "/analysis/river?month=2026-10", ["甲河", "断面二", "按登记次序等距绘制", "没有流量数据"]),
        (.analysisView, "/analysis/noise?month=2026-11", ["没有登记噪声点位", "GB 3096—2008"]),
        (.alerts, "/alerts", ["预警", "待办 0 条", "核对这一天", "登记漏报"]),
        (.alertStatistics, "/alerts/statistics?month=2026-11", ["预警统计", "准确率", "漏报率", "仪器状态", "Wilson"]),
        (.leads, "/leads", ["XS-20261121-DA001", "线索，未经核实"]),
        (.lead, "/leads/DA001/2026-11-21", ["甲厂", "氮氧化物", "68.13", "线索，未经核实"]),
        (
            .outletDay, "/outlets/day?day=2026-11-21&channel=DA001%7Cnox",
            ["甲厂 1号烟囱", "68.13", "企业标记", "替代值", "认可", "存疑"]
        ),
        (.tickets, "/tickets", ["电子督办单", "按上级格式导出", "接收"]),
        (.exceptions, "/review/exceptions", ["例外事件扣除", "申请扣除", "实况", "没有扣除的数值"]),
        (.reportCheck, "/reports/check", ["报告核对", "粘贴报告全文"]),
        (.reports, "/reports", ["空气质量日报", "水环境质量月报", "docx"]),
        (.drafts, "/drafts", ["拟稿", "法治政府建设年度报告", "未启用", "声环境质量季报"]),
        (.ledgers, "/ledgers", ["工作台账", "法治培训台账", "普法宣传台账"]),
        (.ledger, "/ledgers/training", ["法治培训台账", "参训人次", "从文件登记", "由本台账计算的指标"]),
        (.report, "/reports/air-daily/2026-11-21", ["测试区生态环境局空气质量日报", "文中数字的来处"]),
        (.report, "/reports/air-yearly/2026", ["测试区生态环境局空气质量年报", "有效日数", "年均浓度"]),
        (.report, "/reports/water-monthly/2026-10", ["测试区生态环境局水环境质量月报", "断面一"]),
        (.explainAirHour, "/explain/air/stations/A2/hours/2026-11-21/4", ["逐步计算", "依据", "A2站", "时段详情与审核"]),
        (.explainAirDay, "/explain/air/days/district/2026-11-21", ["逐步计算", "全区", "当日各站"]),
        (
            .explainWaterMonth, "/explain/water/sections/%E6%96%AD%E9%9D%A2%E4%BA%8C/months/2026-10",
            ["逐步计算", "断面二 2026年10月"]
        ),
        (
            .explainWaterSample, "/explain/water/sections/%E6%96%AD%E9%9D%A2%E4%BA%8C/samples/2026-10-20/8",
            ["逐步计算", "断面二 2026-10-20 08:00"]
        ),
        (.explainOutlet, "/explain/outlets/DA001/2026-11-21/14/nox", ["逐步计算", "甲厂 1号烟囱", "线索与逐时数据"]),
        (.figure, "/figures/air.year.pm25?date=2026-11-21", ["本年 PM₂.₅ 均值", "算术平均", "修约"]),
        (.evidence, "/evidence/air-day/A2/pm25/2026-11-21", ["日评价值", "1时", "24时"]),
        (.evidence, "/evidence/air-hour/A1/pm10/1795212000", ["905", "导入行"]),
        (.devices, "/devices", ["甲厂 1号烟囱", "2017", "近 24 小时", "静默"]),
        (.device, "/devices/DE0000000000000000000001", ["甲厂 1号烟囱", "数据传输率", "登记历史", "静默"]),
        (.adoption, "/adoption", ["待登记设备", "甲厂（排污单位）", "2025-06-01", "从未开启过"]),
        (.adoptDevice, "/adoption/DE0000000000000000000001", ["修改登记", "DA001", "a21002", "氮氧化物"]),
        (.packet, "/evidence/packet/0", ["a21002-ZsAvg", "正确", "PW=******", "逐字节解读", "要求应答"]),
        (.upstreams, "/upstreams", ["市平台", "127.0.0.1:1", "已登记的排口设备", "未运行", "增加上级平台"]),
        (.upstream, "/upstreams/city", ["市平台", "停止转发", "保存修改", "台账第"]),
        (.deviceCommands, "/devices/DE0000000000000000000001/commands", ["反控命令", "排污单位", "提取现场机时间", "自动下发"]),
        (
            .deviceCommands, "/devices/DE0000000000000000000001/commands?command=set-minute-interval",
            ["告知企业日期", "由第二人确认"]
        ),
        (.packet, "/evidence/packet/0", ["a21002-ZsAvg", "正确", "PW=******"]),
        (.importRow, "/evidence/import/14/2", ["空气.csv", "SO₂ 10 μg/m³"]),
        (.record, "/evidence/record/1", ["测试区生态环境局", "registry.object.registered"]),
        (.health, "/health", ["运行状态", "数采网关", "报文库", "最近备份"]),
        (.sourceKinds, "/sources", ["一源一档", "企业", "入河排污口", "街镇"]),
        (.sources, "/sources/station", ["空气站", "A2站", "监测对象", "共 5 个", "序号"]),
        (.sources, "/sources/enterprise", ["还没有登记企业"]),
        (.source, "/source/A2", ["A2站", "117.02", "监测对象登记", "时间线", "此处只读"]),
        (.sourceField, "/source/A2/fields/name", ["站点名称的历史", "现行"]),
        (.newSource, "/sources/enterprise/new", ["统一社会信用代码", "登记企业", "坐标系", "重点管理"]),
        (.sourceImport, "/sources/enterprise/import", ["下载模板", "选择文件", "资料来源"]),
        (.map, "/map", ["地图", "空气站", "框选到列表", "<svg", "街镇", "导入图层"]),
        (.law, "/law", ["违法行为 118 项", "WAT-02", "生态环境法典第1108条", "移送拘留"]),
        (.law, "/law?q=%E6%9A%97%E7%AE%A1&category=water", ["WAT-02"]),
        (.violation, "/law/WAT-02", ["逃避监管排放水污染物", "适用 生态环境法典", "GD-2.8.1", "没有查明"]),
        (
            .violation, "/law/HAZ-09?start=2026-08-01&end=2026-08-02&decided=2026-11-20",
            ["建议适用 固体废物污染环境防治法", "从旧兼从轻", "须由人决定并写明理由", "追责期限至 2028-08-02"]
        ),
        (
            .violation,
            "/law/WAT-02?start=2026-07-01&end=2026-07-02&decided=2026-08-01&table=GD-2.8.1&f0=%E5%81%B7%E6%8E%92",
            ["30万元", "叁拾万元整", "“排污情况”没有查明"]
        ),
        (.violation, "/law/HAZ-09?start=2019-01-01&end=2019-01-02&decided=2026-08-20", ["没有 2019-01-02 有效的条文"]),
        (.violation, "/law/WAT-02?decided=2027-02-01&end=2026-11-01", ["2026-12-31 届满", "没有现行有效的裁量基准"]),
        (.publicPenalties, "/public/penalties", ["行政处罚公开", "没有公开的决定"]),
        (.publicDesk, "/public", ["公开核验", "还没有公开的文件", "行政处罚公开"]),
        (.clockOverview, "/matters/clocks", ["时限总览", "没有在计的时限", "升级阶梯"]),
        (.rules, "/rules", ["HJ633-2026", "核对原文", "数据复现", "尚未施行", "历史版本", "标准：噪声", "排名办法"]),
        (.rules, "/rules?show=provisional", ["HJ663-2026", "暂定"]),
        (.rule, "/rules/HJ633-2026", ["index: [0, 50, 100", "2026-03-01 起（现行）", "小时 IAQI 分级表", "计为 200", "褐红"]),
        (.rule, "/rules/HJ633-2012", ["2020-01-01 至 2026-02-28（历史版本）", "不计算"]),
        (.rule, "/rules/GB3838-2002", ["标准限值", "≤0.025", "6—9", "湖库"]),
        (.rule, "/rules/GB3095-2026", ["浓度限值", "日最大 8 小时平均", "2031-01-01 起（尚未施行）"]),
        (.rule, "/rules/GB3096-2008", ["环境噪声限值", "4a 类", "昼间 dB(A)"]),
        (.rule, "/rules/HBJCH2020-82", ["修约位数", "高锰酸盐指数"]),
    ]

    @Test func `every page answers with what it is about, and every page of the demo says so`() async throws {
        try await SiteFixture.test(try await SiteFixture.bureau()) { site in
            for page in Self.pages {
                let answer = try await site.get(page.path)
                #expect(answer.status == 200, "\(page.path)")
                for word in page.words { #expect(answer.text.contains(word), "\(page.path) lacks \(word)") }
                #expect(answer.text.contains("演示数据"), "\(page.path)")
                #expect(!answer.text.contains("{{") && !answer.text.contains("Optional("), "\(page.path)")
            }
        }
    }

    @Test func `every route of the list is asked for in these tests`() {
        let asked = Set(Self.pages.map(\.route)).union([
            // Asked for in `DraftPageTests` and `LedgerFlowTests`.
            .draft, .draftConfirmation, .ledgerXLSX, .ledgerEntry,
            // Asked for in `ReviewMatrixTests`.
            .reviewSteps, .reviewSheet,
            .assets, .healthProbe, .metrics, .stationCSV, .reviewCompletenessCSV, .reviewContractorsCSV,
            .reviewChecksCSV, .airCalendarCSV, .analysisCSV,
            // Asked for in `TicketTests`.
            .ticketsXLSX,
            // Asked for in `AlertFlowTests`, with alerts.
            .alert, .alertsCSV, .devicesCSV, .devicePacket, .leadDocx,
            .reportDocx,
            .sealedDocx, .claims, .claim, .claimBundle,
            // Asked for in `PublicationTests`.
            .publicDocument, .publicDocx, .publication, .publicationPackage, .publicationProof, .publicationProofs,
            // Asked for in `SourcePageTests`, with sources that can be changed.
            .sourcesXLSX, .sourcesCSV, .sourceTemplateXLSX, .sourceTemplateCSV, .sourceImportMarked, .sourceBatch,
            .editSource, .sourceDecision, .sourceEnd,
            // Asked for in `SourceMatchTests`, `SourceAttachmentTests`.
            .sourceMatches, .sourceMatch,
            // Asked for in `CaseworkPageTests`, with matters, and in Tests/Browser/casework.py.
            .matters, .newMatter, .work, .matter, .matterPapers, .matterArchive, .matterScore, .matterScoreDocx,
            .newPaper, .casePaper, .casePaperDocx,
            .casePaperScan, .casePaperNumber, .casePaperSignature, .casePaperReturn, .casePaperSpoil, .matterStep,
            .matterAct,
            // Asked for in `CaseFilePageTests`, with people and a matter.
            .legalReviews, .caseDisclosure, .caseFieldsXLSX, .publicityXLSX,
            .caseParties, .caseCharges, .caseEvidence, .caseMonitoring, .caseEvidenceFile, .caseEvidenceThumbnail,
            .caseEvidenceDeed,
            // Asked for in `ManualPageTests`, with a plan.
            .manualPlan, .manualTask, .manualReport, .manualReportFile, .manualImport, .manualTemplate,
            .manualComparison, .manualExport,
            // Asked for in `MapTests`.
            .mapSources, .mapLayer, .mapLayers, .mapLayerRemoval,
            .sourceAttachments, .sourceAttachment, .sourceThumbnail, .sourceDetachment,
            // Asked for in `RouteAccessTests`, `OpenIDTests` and `APITests`, with people.
            .signIn, .signOut, .openID, .openIDReturn, .mine, .own, .ownPassword, .ownFactor, .ownSession, .ownTokens,
            .ownToken, .ownActing, .leaves, .people,
            .person,
            .account, .audit, .apiDocument, .apiList, .apiItem,
        ])
        #expect(asked == Set(SiteRoute.allCases))
    }

    @Test func `every link on every page leads to an answer`() async throws {
        try await SiteFixture.test(try await SiteFixture.bureau()) { site in
            var waiting = Self.pages.map(\.path)
            var seen = Set(waiting)
            var broken: [String] = []
            while let path = waiting.popLast(), seen.count < 700 {
                let answer = try await site.get(path)
                if answer.status != 200 { broken.append("\(answer.status) \(path)") }
                guard answer.headers[.contentType]?.hasPrefix("text/html") == true else { continue }
                for link in links(in: answer.text) where seen.insert(link).inserted { waiting.append(link) }
            }
            #expect(broken.isEmpty, "\(broken.prefix(10))")
        }
    }

    private func links(in html: String) -> [String] {
        html.components(separatedBy: "href=\"").dropFirst().compactMap { rest in
            let link = rest.prefix { $0 != "\"" }.replacing("&amp;", with: "&")
            return link.hasPrefix("/") ? String(link.prefix { $0 != "#" }) : nil
        }
    }

    @Test(arguments: [
        "/nothing", "/air/stations/none", "/water/sections/none", "/leads/DA001/2026-11-20", "/leads/none/2026-11-21",
        "/reports/none/2026-11-21", "/figures/none", "/figures/air.day.aqi?date=2026-11-21", "/evidence/none/1",
        "/evidence/packet/7", "/evidence/import/99/2", "/evidence/import/14/9999", "/evidence/record/9999",
        "/rules/none", "/adoption/NONE", "/devices/DE0000000000000000000001/faults/checksum",
        "/devices/DE0000000000000000000001/faults/none",
        "/rules/none", "/upstreams/none", "/claims/none", "/claims/7F3K-2M9Q-4X6T", "/claims?id=x",
        "/reports/air-daily/2026-11-21/sealed/1.docx",
        "/assets/none.css", "/?date=1990-01-01",
    ])
    func `what does not exist is a page that says so`(path: String) async throws {
        try await SiteFixture.test(try await SiteFixture.bureau()) { site in
            let answer = try await site.get(path)
            #expect(answer.status == 404, "\(path)")
            #expect(answer.text.contains("可以这样做") && answer.text.contains("<h1>"), "\(path)")
        }
    }

    @Test(arguments: [
        "/?date=yesterday", "/water?month=2026-13", "/air/stations/A1/hours/2026-11-21/25", "/reports/air-daily/today",
        "/rules?show=x", "/explain/air/days/A2/x",
        "/evidence/record/x",
    ])
    func `what cannot be read is refused with the way to write it`(path: String) async throws {
        try await SiteFixture.test(try await SiteFixture.bureau()) { site in
            let answer = try await site.get(path)
            #expect(answer.status == 400, "\(path)")
            #expect(answer.text.contains("2026-11-21"), "\(path)")
        }
    }
}
