package cn.sihong.platform.paging;

import cn.sihong.platform.problem.InvalidInput;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import java.util.List;

@AutoConfiguration
class PagingConfiguration implements WebMvcConfigurer {

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new PageRequests());
    }

    private static class PageRequests implements HandlerMethodArgumentResolver {
        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType().equals(PageRequest.class);
        }

        @Override
        public PageRequest resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            return new PageRequest(
                    request.getParameter("after"), number(request.getParameter("limit")));
        }

        private static @Nullable Integer number(@Nullable String limit) {
            try {
                return limit == null ? null : Integer.valueOf(limit);
            } catch (NumberFormatException e) {
                throw new InvalidInput("limit", "每页条数应为整数。");
            }
        }
    }
}
