#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <usagekit/time.hpp>

/// What somebody would write who needs the figures and has no SDK: the standard library's containers. Amounts are the
/// text that came, so that no digit is lost here either.
namespace by_hand {

using usagekit::Date;
using usagekit::Timestamp;

namespace wiremock {

struct Usage {
    std::string id{};
    Timestamp current_period_start{};
    Timestamp current_period_end{};
    std::int64_t stub_called_count = 0;
    std::optional<std::int64_t> export_called_count{};
    std::int64_t organisation_member_count = 0;
    std::int64_t invitation_count = 0;
    std::optional<std::int64_t> seat_limit{};
    std::int64_t total_mock_api_count = 0;
    std::int64_t total_data_source_count = 0;
    std::optional<std::int64_t> total_database_connection_count{};
    std::int64_t own_mock_api_count = 0;
    std::int64_t team_mock_api_count = 0;
    std::int64_t collaborator_count = 0;
    std::int64_t total_seat_count = 0;
    std::int64_t team_member_count = 0;
    std::int64_t total_team_count = 0;
};

}  // namespace wiremock

namespace billing {

struct Metric {
    std::string name{};
    std::string unit{};
    std::string included{};
    std::string used{};
    std::string overage{};
    std::string percentage{};
};

struct Cost {
    std::string base{};
    std::string overage{};
    std::string total{};
    std::optional<std::string> currency{};
};

struct Projection {
    std::string projected{};
    std::string percentage{};
};

struct Usage {
    Timestamp start{};
    Timestamp end{};
    std::map<std::string, Metric> metrics{};
    std::optional<Cost> estimated_cost{};
    std::map<std::string, Projection> projected_usage{};
};

}  // namespace billing

namespace meteroid {

struct Group {
    std::string value{};
    std::map<std::string, std::string> dimensions{};
};

struct Metric {
    std::string id{};
    std::string name{};
    std::string code{};
    std::string total_value{};
    std::vector<Group> groups{};
};

struct Usage {
    Date start{};
    Date end{};
    std::vector<Metric> metrics{};
};

}  // namespace meteroid

namespace measure {

struct Period {
    Timestamp start{};
    Timestamp end{};
};

struct Part {
    Period period{};
    std::string grouping{};  ///< JSON.
    std::string breakout{};  ///< JSON.
    std::string value{};     ///< JSON.
};

struct Record {
    std::string id{};
    Period period{};
    std::string value{};  ///< JSON.
    std::vector<Part> parts{};
};

/// The metric and its price are kept as JSON: less than what usagekit does, which decodes them.
struct Usage {
    std::string metric{};
    std::string pricing{};
    std::vector<Record> records{};
};

}  // namespace measure

}  // namespace by_hand
