package cn.sihong.gateway;

import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import java.time.Duration;
import java.util.List;

/**
 * The portal's files, from its jar. There are two pages: the workbench of signed-in people and the
 * light one of the public; each finds its own way below its addresses.
 */
@Configuration(proxyBeanMethods = false)
class Portal implements WebMvcConfigurer {

    @Override
    public void addViewControllers(ViewControllerRegistry views) {
        for (var address : List.of("/app", "/app/**")) {
            views.addViewController(address).setViewName("forward:/app.html");
        }
        for (var address :
                List.of(
                        "/",
                        "/programme",
                        "/programme/**",
                        "/notices",
                        "/notices/**",
                        "/verify",
                        "/verify/**",
                        "/objections",
                        "/brands",
                        "/ballot/**")) {
            views.addViewController(address).setViewName("forward:/index.html");
        }
    }

    /** A file here carries its hash in its name: it never changes, so nobody asks for it twice. */
    @Override
    public void addResourceHandlers(ResourceHandlerRegistry files) {
        files.addResourceHandler("/assets/**")
                .addResourceLocations("classpath:/static/assets/")
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
    }
}
