/* SPDX-License-Identifier: Apache-2.0 */
/* The same from C++: the headers are C++ too. */
#include <summitry/summitry.h>

#include <iostream>
#include <string>

static SmyCode append(void *cookie, const char *bytes, size_t length)
{
    static_cast<std::string *>(cookie)->append(bytes, length);
    return SMY_OK;
}

int main(int argc, char **argv)
{
    SmyScenario *scenario = nullptr;
    SmyResult *result = nullptr;
    SmyRunOptions options;
    std::string json;
    smy_run_options_init(&options);
    options.draws = 0;
    bool ok = argc == 3 && smy_version() == std::string(argv[1]) &&
              smy_scenario_read(argv[2], nullptr, &scenario, nullptr) == SMY_OK &&
              smy_run(scenario, &options, &result, nullptr) == SMY_OK &&
              smy_node_write_json(smy_result_root(result), append, &json) == SMY_OK;
    std::cout << json.size() << " bytes\n";
    smy_result_free(result);
    smy_scenario_free(scenario);
    return ok ? 0 : 1;
}
